using System.Collections.Concurrent;
using Relais.Observatory.Datasets;
using Relais.Observatory.Figures;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Supply;

/// <summary>Those of one profession, by <see cref="CommuneIndex"/>; 0 where there is nobody.</summary>
/// <param name="Supervisors">Those who train students; nothing for a commune whose line does not say, nor for a file that never does.</param>
/// <param name="Covered">Whether the file speaks of the department of the commune: no line is then nobody, and not nothing known.</param>
internal sealed record ProfessionSupply(Dataset Dataset, double[] Practitioners, double?[] Acts, AgesOfPractitioners? Ages, double?[]? Supervisors, bool[] Covered)
{
    /// <summary>Counted, as its source says; what is made of it says how.</summary>
    public Provenance Provenance { get; } = new(Dataset.Source, Dataset.Vintage, "", Dataset.Quality, Dataset.IsInvented);

    private readonly ConcurrentDictionary<int, ToldTogether> _told = new();

    /// <summary>A commune of which nothing is said has nobody.</summary>
    public bool IsEmpty { get; } = Practitioners.All(heads => heads is 0);

    /// <summary>Which communes are told only together where ages are: no figure less another leaves fewer than <paramref name="least"/>.</summary>
    /// <exception cref="InvalidOperationException">The file gives no age.</exception>
    public ToldTogether AgesToldTogether(CommuneTable table, int least) => _told.GetOrAdd(
        least, _ => ToldTogether.OfPeople(table, (Ages ?? throw new InvalidOperationException("The file gives no age")).KnownAge, least));
}

/// <summary>How many are of an age or over, and how many are of a known age at all.</summary>
internal sealed record AgesOfPractitioners(double[] KnownAge, double[] Over55, double[] Over60, double[] Over65)
{
    /// <param name="age">55, 60 or 65.</param>
    /// <returns>Those of that age or over.</returns>
    public double[] Of(int age) => age switch
    {
        55 => Over55,
        60 => Over60,
        65 => Over65,
        _ => throw new ArgumentOutOfRangeException(nameof(age), age, "Files give 55, 60 and 65"),
    };
}
