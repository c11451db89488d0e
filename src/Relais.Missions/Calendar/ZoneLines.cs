using System.Globalization;

namespace Relais.Missions.Calendar;

/// <summary>
/// Describes a time zone to calendars that may not know its name: each change of its clocks between two days, one by one
/// (RFC 5545, 3.6.5).
/// </summary>
internal static class ZoneLines
{
    public static void AddZone(this CalendarLines lines, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        lines.Add("BEGIN", "VTIMEZONE").Add("TZID", zone.Id);
        var start = new DateTimeOffset(from.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
        Observance(lines, zone, start, zone.GetUtcOffset(start));
        for (var day = start; day < until; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
            {
                Observance(lines, zone, ChangeBetween(zone, day, day.AddDays(1)), zone.GetUtcOffset(day));
            }
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static void Observance(CalendarLines lines, TimeZoneInfo zone, DateTimeOffset change, TimeSpan before)
    {
        var kind = zone.IsDaylightSavingTime(change) ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", kind)
            .Add("DTSTART", change.ToOffset(before).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture))
            .Add("TZOFFSETFROM", Offset(before))
            .Add("TZOFFSETTO", Offset(zone.GetUtcOffset(change)))
            .Add("END", kind);
    }

    /// <summary>Clocks change on a whole minute.</summary>
    private static DateTimeOffset ChangeBetween(TimeZoneInfo zone, DateTimeOffset before, DateTimeOffset after)
    {
        var old = zone.GetUtcOffset(before);
        while (after - before > TimeSpan.FromMinutes(1))
        {
            var middle = before.AddMinutes(Math.Floor((after - before).TotalMinutes / 2));
            (before, after) = zone.GetUtcOffset(middle) == old ? (middle, after) : (before, middle);
        }

        return after;
    }

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");
}
