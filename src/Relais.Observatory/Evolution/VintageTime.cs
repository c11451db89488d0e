using System.Globalization;

namespace Relais.Observatory.Evolution;

/// <summary>Where a vintage lies in time: a year, a month or a day, as its source says it.</summary>
internal static class VintageTime
{
    /// <returns>In years; nothing for what is no date, such as « 2e semestre ».</returns>
    public static double? Of(string vintage) =>
        int.TryParse(vintage, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2200 ? year
        : DateOnly.TryParseExact(vintage, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Year + ((day.DayOfYear - 1) / 366d)
        : null;

    /// <summary>Where to draw each of them: as far apart as they are in time, or evenly when one of them is no date.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<string> vintages)
    {
        var times = vintages.Select(Of).ToList();
        return times.Contains(null) ? [.. vintages.Select((_, rank) => (double)rank)] : [.. times.Select(time => time!.Value)];
    }
}
