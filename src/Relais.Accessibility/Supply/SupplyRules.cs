using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Relais.Accessibility.Supply;

/// <summary>How acts, practices and full-time equivalents are counted from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="ActsFloor">Acts a year that a practice counts for at least.</param>
/// <param name="ActsCap">Acts a year that a practice counts for at most.</param>
/// <param name="ActsPerFullTime">Acts a year of one full-time equivalent.</param>
/// <param name="DaysPerYear">Days worked a year, by convention: what a day of consultations is worth.</param>
/// <param name="Source">Where it is written; what is an assumption is called one.</param>
public sealed record SupplyRules(DateOnly From, double ActsFloor, double ActsCap, double ActsPerFullTime, double DaysPerYear, string Source)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>From the oldest to the one in force.</summary>
    public static IReadOnlyList<SupplyRules> All { get; } = Read();

    /// <summary>Consultations of one day.</summary>
    public double ActsPerDay => ActsPerFullTime / DaysPerYear;

    /// <summary>The rules in force on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before the first of them.</exception>
    public static SupplyRules On(DateOnly day) => All.LastOrDefault(rules => rules.From <= day)
        ?? throw new ArgumentOutOfRangeException(nameof(day), day.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>What the acts of one practice count for: at least the floor, at most the cap; a practice without any counts for nothing.</summary>
    public double Counted(double acts) => acts > 0 ? Math.Clamp(acts, ActsFloor, ActsCap) : 0;

    /// <summary>Acts a year of so many full-time equivalents.</summary>
    public double ActsOf(double fullTimes) => fullTimes * ActsPerFullTime;

    /// <summary>Full-time equivalents that so many acts a year are worth.</summary>
    public double FullTimesOf(double acts) => acts / ActsPerFullTime;

    /// <summary>Full-time equivalents for 100 000 people, from consultations a year and inhabitant.</summary>
    public double PerHundredThousand(double accessibility) => accessibility * 100_000 / ActsPerFullTime;

    /// <summary>Acts a year of volunteers who come some days a month.</summary>
    public double ActsOfVolunteers(double volunteers, double daysPerMonth) => volunteers * daysPerMonth * 12 * ActsPerDay;

    private static SupplyRules[] Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("supply-rules.json")!;
        return [.. JsonSerializer.Deserialize<SupplyRules[]>(file, Json)!.OrderBy(rules => rules.From)];
    }
}
