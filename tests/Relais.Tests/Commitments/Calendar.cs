using System.Text;
using Relais.Commitments.Calendars;
using Relais.Matching.Rest;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>Calendar files written as programs write them, and what the reader makes of them.</summary>
internal static class Calendar
{
    public static readonly Interval Year = new(At("2026-01-01 00:00"), At("2027-01-01 00:00"));

    /// <summary>A calendar of these events, each given by the lines between BEGIN:VEVENT and END:VEVENT.</summary>
    public static string Of(params string[][] events) => string.Join("\r\n", (string[])
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Planning//FR",
        .. events.SelectMany(lines => (string[])["BEGIN:VEVENT", .. lines, "END:VEVENT"]),
        "END:VCALENDAR", "",
    ]);

    public static (Occurrences? Occurrences, CalendarFault? Fault) Read(string file, Interval? period = null) =>
        CalendarReader.Read(Encoding.UTF8.GetBytes(file), Paris, period ?? Year);

    /// <summary>The occurrences of one event, on the clocks of Paris: "2026-03-28 20:00 > 2026-03-29 08:00".</summary>
    public static IReadOnlyList<string> Dates(params string[] lines) => Dates([lines]);

    public static IReadOnlyList<string> Dates(string[][] events)
    {
        var (occurrences, fault) = Read(Of(events));
        Assert.Null(fault);
        return [.. occurrences!.Found.OrderBy(one => one.Start).Select(one => $"{Clock(one.Start)} > {Clock(one.End)}")];
    }

    public static CalendarFault FaultOf(string file)
    {
        var (occurrences, fault) = Read(file);
        Assert.Null(occurrences);
        return fault!;
    }

    private static string Clock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
