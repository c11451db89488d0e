using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Selection;

/// <summary>What a set of communes is called: by what it is made of while that is short, else by how many communes of which departments.</summary>
internal static class SetWords
{
    private const int MostNames = 4;
    private const int MostDepartments = 6;

    public static string NameOf(this Words t, ReadTerritorySet read)
    {
        var names = read.Territories.Zip(read.Set.Territories, (summary, dated) => dated.On is { } day ? t["{0} au {1:d}", summary.Name, day].Value : summary.Name).ToList();
        var added = read.Communes.Where(commune => read.Set.Added.Contains(commune.Code)).Select(commune => commune.Name);
        var together = string.Join(" + ", [.. names, .. added]);
        return read.Set switch
        {
            { Added.Count: var more, Removed.Count: 0 } when names.Count + more <= MostNames => together,
            { Added.Count: 0, Removed.Count: var less } when names is [var only] => $"{only}, {t.Count(less, "moins {0:N0} commune", "moins {0:N0} communes")}",
            _ => CountOf(t, read.Communes),
        };
    }

    private static string CountOf(Words t, IReadOnlyList<Commune> communes)
    {
        var departments = communes.Select(commune => commune.Department).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var count = t.Count(communes.Count, "{0:N0} commune", "{0:N0} communes").Value;
        return departments.Count > MostDepartments ? count : $"{count} ({string.Join(", ", departments)})";
    }
}
