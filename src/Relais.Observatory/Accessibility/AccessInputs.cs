using System.Globalization;
using System.IO.Compression;
using System.Text;
using Relais.Accessibility.Parameters;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Accessibility;

/// <summary>
/// What the accessibility of some communes was computed from, in the files that <c>./relais apl</c> reads: the same figures come
/// out of them, on any machine. All the practices within reach are there, and all who live within reach of these.
/// </summary>
internal static class AccessInputs
{
    /// <returns>A ZIP: some megabytes for a region.</returns>
    public static byte[] Zip(ProfessionAccess access, CommuneTable table, IReadOnlyList<CommuneIndex> communes, string provenance)
    {
        var inside = ClosureOf(access, communes);
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "communes.csv", Communes(access, table, inside));
            Add(archive, "supply.csv", Supply(access, table, inside));
            Add(archive, "times.csv", Times(access, table, inside));
            Add(archive, "parameters.json", [Encoding.UTF8.GetString(ParametersJson.Write(access.Catchment.Parameters))]);
            Add(archive, "README.txt", [provenance, "./relais apl --communes communes.csv --supply supply.csv --times times.csv --parameters parameters.json --out apl.csv"]);
        }

        return file.ToArray();
    }

    private static List<int> ClosureOf(ProfessionAccess access, IReadOnlyList<CommuneIndex> communes)
    {
        var practices = communes.SelectMany(commune => access.Times.PracticesFrom(commune.Value).ToArray()).ToHashSet();
        var inside = Enumerable.Range(0, access.Times.Count).Where(rank => practices.Contains(rank) || access.Times.PracticesFrom(rank).ToArray().Any(practices.Contains)).ToHashSet();
        if (access.Catchment.Parameters.Method is CatchmentMethod.ThreeStep or CatchmentMethod.Balanced)
        {
            // People share themselves among all that they reach: what lies at the far end counts too.
            inside.UnionWith(inside.SelectMany(rank => access.Times.PracticesFrom(rank).ToArray()).ToList());
        }

        return [.. inside.Order()];
    }

    private static IEnumerable<string> Communes(ProfessionAccess access, CommuneTable table, List<int> inside)
    {
        yield return "code,population,standardised";
        foreach (var rank in inside)
        {
            var standardised = access.Demand.Standardised is null ? "" : Number(access.Demand.People[rank]);
            yield return $"{table.All[rank].Code},{Number(access.Demand.Total[rank])},{standardised}";
        }
    }

    private static IEnumerable<string> Supply(ProfessionAccess access, CommuneTable table, List<int> inside)
    {
        yield return "code,acts";
        foreach (var rank in inside.Where(rank => access.Offered[rank] > 0))
        {
            yield return $"{table.All[rank].Code},{Number(access.Offered[rank])}";
        }
    }

    private static IEnumerable<string> Times(ProfessionAccess access, CommuneTable table, List<int> inside)
    {
        yield return "from,to,minutes";
        var known = inside.ToHashSet();
        foreach (var from in inside)
        {
            var practices = access.Times.PracticesFrom(from).ToArray();
            foreach (var (at, minutes) in access.Times.MinutesFrom(from).Index())
            {
                if (known.Contains(practices[at]))
                {
                    yield return $"{table.All[from].Code},{table.All[practices[at]].Code},{Number(minutes)}";
                }
            }
        }
    }

    private static void Add(ZipArchive archive, string name, IEnumerable<string> lines)
    {
        using var text = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var line in lines)
        {
            text.WriteLine(line);
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
