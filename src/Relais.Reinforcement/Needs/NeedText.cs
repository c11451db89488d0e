using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>A need in words, for pages and messages alike.</summary>
/// <param name="Short">One line: « Infirmier, réanimation, CH de Carhaix, samedi 21 novembre, 21 h – 7 h ».</param>
internal sealed record NeedSummary(string Facility, string What, string Where, string When, string Short);

/// <summary>Says a need in words, in the language in use and on the clocks of the place.</summary>
internal sealed class NeedText(IFacilities facilities, ICommunes communes, Words t)
{
    public async Task<NeedSummary> SummaryAsync(Need need, CancellationToken cancellation) =>
        (await SummariesAsync([need], cancellation))[0];

    /// <returns>In the order of the needs.</returns>
    public async Task<IReadOnlyList<NeedSummary>> SummariesAsync(IReadOnlyList<Need> needs, CancellationToken cancellation)
    {
        var known = await facilities.FindAsync([.. needs.Select(need => need.Finess).Distinct()], cancellation);
        var table = await communes.GetAsync(cancellation);
        return [.. needs.Select(need => Summary(need, known.GetValueOrDefault(need.Finess)?.Name ?? need.Finess.Printed, table.Find(need.CommuneCode)?.Name))];
    }

    /// <summary>« samedi 21 novembre, 21 h – 7 h (dimanche) »; away from Paris the clocks of the place are named.</summary>
    public string When(Need need)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
        var starts = TimeZoneInfo.ConvertTime(need.StartsAt, zone);
        var ends = TimeZoneInfo.ConvertTime(need.EndsAt, zone);
        var culture = CultureInfo.CurrentCulture;
        var text = $"{starts.ToString("dddd d MMMM", culture)}, {Clock(starts)} – {Clock(ends)}";
        if (ends.Date != starts.Date)
        {
            text += $" ({ends.ToString("dddd", culture)})";
        }

        return need.TimeZone == "Europe/Paris" ? text : $"{text}, {t["heure de {0}", need.TimeZone[(need.TimeZone.IndexOf('/', StringComparison.Ordinal) + 1)..]]}";
    }

    /// <summary>« 21 h », « 7 h 30 » in French; « 21:00 » in English.</summary>
    public static string Clock(DateTimeOffset local) => CultureInfo.CurrentCulture.TwoLetterISOLanguageName is "fr"
        ? local.Minute is 0 ? $"{local.Hour} h" : string.Create(CultureInfo.InvariantCulture, $"{local.Hour} h {local.Minute:00}")
        : local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private NeedSummary Summary(Need need, string facility, string? commune)
    {
        var what = t[need.Cell.Label].Value;
        var when = When(need);
        return new NeedSummary(facility, what, commune is null ? facility : $"{facility}, {commune}", when, $"{what}, {facility}, {when}");
    }
}
