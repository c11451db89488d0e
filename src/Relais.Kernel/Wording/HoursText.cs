using System.Globalization;

namespace Relais.Kernel.Wording;

/// <summary>Says hours in words, in the language in use and on the clocks of the place.</summary>
public sealed class HoursText(Words t)
{
    /// <summary>« samedi 21 novembre, 21 h – 7 h (dimanche) »; away from Paris the clocks of the place are named.</summary>
    public string Say(DateTimeOffset startsAt, DateTimeOffset endsAt, string timeZone) => Say(startsAt, endsAt, timeZone, "dddd d MMMM");

    /// <summary>With the year, for what is read long after.</summary>
    public string SayInFull(DateTimeOffset startsAt, DateTimeOffset endsAt, string timeZone) => Say(startsAt, endsAt, timeZone, "dddd d MMMM yyyy");

    /// <summary>« 21 h », « 7 h 30 » in French; « 21:00 » in English.</summary>
    public static string Clock(DateTimeOffset local) => CultureInfo.CurrentCulture.TwoLetterISOLanguageName is "fr"
        ? local.Minute is 0 ? $"{local.Hour} h" : string.Create(CultureInfo.InvariantCulture, $"{local.Hour} h {local.Minute:00}")
        : local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private string Say(DateTimeOffset startsAt, DateTimeOffset endsAt, string timeZone, string day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var starts = TimeZoneInfo.ConvertTime(startsAt, zone);
        var ends = TimeZoneInfo.ConvertTime(endsAt, zone);
        var culture = CultureInfo.CurrentCulture;
        var text = $"{starts.ToString(day, culture)}, {Clock(starts)} – {Clock(ends)}";
        if (ends.Date != starts.Date)
        {
            text += $" ({ends.ToString("dddd", culture)})";
        }

        return timeZone == "Europe/Paris" ? text : $"{text}, {t["heure de {0}", timeZone[(timeZone.IndexOf('/', StringComparison.Ordinal) + 1)..]]}";
    }
}
