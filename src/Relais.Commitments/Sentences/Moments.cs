using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;

namespace Relais.Commitments.Sentences;

/// <summary>Days, hours and durations as people say them, on the clocks of a place.</summary>
internal sealed class Moments(Words T)
{
    // Elsewhere than in Paris, whose clock it is must be said.
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« lundi 10 mars 2025 à 9 h ».</summary>
    public string At(DateTimeOffset instant, TimeZoneInfo zone) =>
        WithClockOf(zone, instant, T["{0} à {1}", Day(instant, zone, withYear: true), Clock(instant, zone)]);

    /// <summary>« lundi 10 mars 2025 ».</summary>
    public string Day(DateTimeOffset instant, TimeZoneInfo zone) => Day(instant, zone, withYear: true);

    /// <summary>« le lundi 10 mars, de 9 h à 21 h », « du lundi 10 mars à 21 h au mardi 11 mars à 7 h ».</summary>
    public string Span(Interval when, TimeZoneInfo zone)
    {
        var (first, last) = (Day(when.Start, zone, withYear: false), Day(when.End, zone, withYear: false));
        var (from, to) = (Clock(when.Start, zone), Clock(when.End, zone));
        return WithClockOf(zone, when.Start, first == last
            ? T["le {0}, de {1} à {2}", first, from, to]
            : T["du {0} à {1} au {2} à {3}", first, from, last, to]);
    }

    /// <summary>« 10 h », « 10 h 30 », « 45 min ».</summary>
    public string Duration(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => T["{0} min", rest],
        (var hours, 0) => T["{0} h", hours],
        var (hours, rest) => T["{0} h {1:00}", hours, rest],
    };

    private static DateTime Local(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    private string Day(DateTimeOffset instant, TimeZoneInfo zone, bool withYear)
    {
        var local = Local(instant, zone);
        var pattern = (local.Day is 1, withYear) switch
        {
            (true, false) => T["dddd '1er' MMMM"],
            (false, false) => T["dddd d MMMM"],
            (true, true) => T["dddd '1er' MMMM yyyy"],
            (false, true) => T["dddd d MMMM yyyy"],
        };
        return local.ToString(pattern, CultureInfo.CurrentCulture);
    }

    private string Clock(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = Local(instant, zone);
        return local.ToString(local.Minute is 0 ? T["H' h'"] : T["H' h 'mm"], CultureInfo.InvariantCulture);
    }

    private string WithClockOf(TimeZoneInfo zone, DateTimeOffset instant, string moment) =>
        zone.GetUtcOffset(instant) == Paris.GetUtcOffset(instant) ? moment : T["{0} (heure du lieu)", moment];
}
