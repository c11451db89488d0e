using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>A need in words, for pages and messages alike.</summary>
/// <param name="Short">One line: « Infirmier, réanimation, CH de Carhaix, samedi 21 novembre, 21 h – 7 h ».</param>
internal sealed record NeedSummary(string Facility, string What, string Where, string When, string Short);

/// <summary>Says a need in words, in the language in use and on the clocks of the place.</summary>
internal sealed class NeedText(IFacilities facilities, ICommunes communes, HoursText hours, Words t)
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

    public string When(Need need) => hours.Say(need.StartsAt, need.EndsAt, need.TimeZone);

    private NeedSummary Summary(Need need, string facility, string? commune)
    {
        var what = t[need.Cell.Label].Value;
        var when = When(need);
        return new NeedSummary(facility, what, commune is null ? facility : $"{facility}, {commune}", when, $"{what}, {facility}, {when}");
    }
}
