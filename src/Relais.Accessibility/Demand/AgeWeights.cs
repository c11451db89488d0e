using System.Reflection;
using System.Text.Json;

namespace Relais.Accessibility.Demand;

/// <summary>People of an age and what they count for.</summary>
/// <param name="From">The youngest age, in full years.</param>
/// <param name="Weight">Care asked for by a person of that age, where the mean of all is 1.</param>
public readonly record struct AgeBand(int From, double Weight);

/// <summary>How much care people of each age ask for: turns people into standardised people.</summary>
/// <param name="Version">Name of the set.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Bands">By rising age; a band ends where the next begins, the last has no end.</param>
public sealed record AgeWeights(string Version, string Source, IReadOnlyList<AgeBand> Bands)
{
    /// <summary>General practitioners, from the health insurance data of 2009.</summary>
    public static AgeWeights GeneralPractice { get; } = Read("age-weights-gp.json");

    /// <summary>What one person of an age counts for.</summary>
    public double Of(int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        return Bands.Last(band => band.From <= age).Weight;
    }

    /// <summary>Standardised people of a place.</summary>
    /// <param name="people">Its inhabitants, one figure for each of <see cref="Bands"/>.</param>
    /// <exception cref="ArgumentException">Not one figure per band.</exception>
    public double Standardise(IReadOnlyList<double> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return people.Count == Bands.Count ? people.Zip(Bands, (count, band) => count * band.Weight).Sum() : throw new ArgumentException("One figure per band is needed.", nameof(people));
    }

    private static AgeWeights Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<AgeWeights>(file, JsonSerializerOptions.Web)!;
    }
}
