using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Coordination;

internal sealed class OpenNeedsModel(OpenNeeds open, TimeProvider clock, Words T) : PageModel, IHasTables
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<OpenNeed> Needs { get; private set; } = [];

    /// <summary>How many there are, those not shown included.</summary>
    public int All { get; private set; }

    public OpenNeedFilter Filter { get; private set; } = OpenNeedFilter.None;

    public IReadOnlyList<SelectListItem> Professions =>
        [.. Profession.All.Select(profession => new SelectListItem(T[profession.Label].Value, profession.Code, profession == Filter.Profession))];

    public async Task OnGetAsync(string? metier, string? retard, CancellationToken cancellation)
    {
        Filter = new OpenNeedFilter(Profession.Find(metier), LateOnly: retard is "oui");
        (Needs, All) = await open.ListAsync(Filter, this.RowsFrom(OpenNeeds.Most), cancellation);
    }

    Sheet? IHasTables.Table(string? name) => Sheet.Of(
        T["Besoins ouverts"],
        Needs,
        (T["Besoin"], line => Cell.Of(T[line.Need.Cell.Label])),
        (T["Établissement"], line => Cell.Of(line.Facility)),
        (T["Début"], line => Cell.At(line.Need.StartsAt, line.Need.TimeZone)),
        (T["Fin"], line => Cell.At(line.Need.EndsAt, line.Need.TimeZone)),
        (T["Fuseau horaire"], line => Cell.Of(line.Need.TimeZone)),
        (T["Places libres"], line => Cell.Of(line.Free.Count)),
        (T["Places"], line => Cell.Of(line.Need.HeadCount)),
        (T["Délai"], line => Cell.Of(CoordinationWords.Lateness(line, Now, T))),
        (T["Prévenues"], line => Cell.Of(line.Tried.Asked)),
        (T["Sans réponse"], line => Cell.Of(line.Tried.Waiting)),
        (T["Non"], line => Cell.Of(line.Tried.No)),
        (T["Appels"], line => Cell.Of(line.Tried.Calls)),
        (T["Encore à prévenir"], line => Cell.Of(line.Need.StillAskable)),
        (T["Suivi par"], line => Cell.Of(line.Carer?.FullName)));
}
