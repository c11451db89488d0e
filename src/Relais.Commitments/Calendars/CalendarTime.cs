using System.Globalization;
using Relais.Matching.Rest;

namespace Relais.Commitments.Calendars;

/// <summary>A day, or an hour on the clocks of a zone (RFC 5545, 3.3.4 and 3.3.5).</summary>
/// <param name="Clock">What the clock shows; midnight for a day.</param>
/// <param name="Zone">The zone that the file names, else that of the person.</param>
/// <param name="IsDay">A whole day, without hours.</param>
internal sealed record CalendarTime(DateTime Clock, TimeZoneInfo Zone, bool IsDay)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <param name="line">The property.</param>
    /// <param name="value">The value, or one of the values of the property.</param>
    /// <param name="floating">The zone of hours that are told without one.</param>
    public static CalendarTime Parse(ContentLine line, string value, TimeZoneInfo floating)
    {
        var isDay = value.Length is 8;
        var isUtc = value is [.., 'Z'];
        string[] formats = isDay ? ["yyyyMMdd"] : isUtc ? ["yyyyMMdd'T'HHmmss'Z'"] : ["yyyyMMdd'T'HHmmss"];
        if (!DateTime.TryParseExact(LeapSecondless(value), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            || clock.Year is < FirstYear or > LastYear
            || (line["VALUE"] is { } kind && isDay != kind.Equals("DATE", StringComparison.OrdinalIgnoreCase)))
        {
            throw new CalendarFaultException(line.Number, "« {0} » n’est pas une date ou une heure (par exemple 20261123T080000).", value);
        }

        return new CalendarTime(clock, isUtc ? TimeZoneInfo.Utc : isDay ? floating : ZoneOf(line) ?? floating, isDay);
    }

    public DateTimeOffset Instant => PlaceTime.InstantOf(Clock, Zone);

    /// <summary>The sixtieth second, which only leap seconds have, is the one before.</summary>
    private static string LeapSecondless(string value) => value.Length >= 15 && value[13..15] is "60" ? string.Concat(value.AsSpan(0, 13), "59", value.AsSpan(15)) : value;

    private static TimeZoneInfo? ZoneOf(ContentLine line)
    {
        if (line["TZID"] is not { } name)
        {
            return null;
        }

        // Some programs put a path of their own before the name of the zone: /mozilla.org/20070129_1/Europe/Paris.
        for (var rest = name.TrimStart('/'); ; rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if (!rest.Contains("..", StringComparison.Ordinal) && rest.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(rest, out var zone))
            {
                return zone;
            }

            if (!rest.Contains('/', StringComparison.Ordinal))
            {
                throw new CalendarFaultException(line.Number, "le fuseau horaire « {0} » est inconnu.", name);
            }
        }
    }
}
