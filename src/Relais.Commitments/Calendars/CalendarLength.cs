using System.Globalization;
using System.Text.RegularExpressions;
using Relais.Matching.Rest;

namespace Relais.Commitments.Calendars;

/// <summary>How long an event lasts: first what its clocks must show, then time that elapses (RFC 5545, 3.3.6).</summary>
/// <remarks>
/// A repeated night from 21:00 to 07:00 ends when the clock of the ward shows 07:00, also on the night of a clock change, on
/// which it lasts 9 or 11 hours. RFC 5545 (3.8.5.3) would have it last 10 hours then; nobody works so.
/// </remarks>
internal readonly partial record struct CalendarLength(TimeSpan OnClocks, TimeSpan Elapsed)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static CalendarLength OneDay { get; } = new(TimeSpan.FromDays(1), TimeSpan.Zero);

    public static CalendarLength Between(CalendarTime start, CalendarTime end) => Equals(start.Zone, end.Zone)
        ? new CalendarLength(end.Clock - start.Clock, TimeSpan.Zero)
        : new CalendarLength(TimeSpan.Zero, end.Instant - start.Instant);

    /// <summary>Days and weeks are those of the calendar; hours, minutes and seconds elapse.</summary>
    public static CalendarLength Parse(ContentLine line)
    {
        var match = Shape().Match(line.Value);
        var days = (7 * Figure(match, "weeks")) + Figure(match, "days");
        var seconds = (3600 * Figure(match, "hours")) + (60 * Figure(match, "minutes")) + Figure(match, "seconds");
        return match.Success && TimeSpan.FromDays(days) + TimeSpan.FromSeconds(seconds) <= Longest
            ? new CalendarLength(TimeSpan.FromDays(days), TimeSpan.FromSeconds(seconds))
            : throw new CalendarFaultException(line.Number, "« {0} » n’est pas une durée (par exemple PT8H).", line.Value);
    }

    /// <summary>When something that starts at that time ends.</summary>
    public DateTimeOffset EndOf(CalendarTime start) => PlaceTime.InstantOf(start.Clock + OnClocks, start.Zone) + Elapsed;

    private static long Figure(Match match, string name) => match.Groups[name] is { Success: true } figure ? int.Parse(figure.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\+?P(?=\d|T\d)((?<weeks>\d{1,5})W|((?<days>\d{1,5})D)?(T(?=\d)((?<hours>\d{1,5})H)?((?<minutes>\d{1,6})M)?((?<seconds>\d{1,8})S)?)?)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shape();
}
