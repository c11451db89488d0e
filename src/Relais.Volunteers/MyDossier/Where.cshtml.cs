using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Where;

namespace Relais.Volunteers.MyDossier;

internal sealed class WherePage(ICurrentUser user, Dossiers dossiers, ICommunes communes, ZoneSearch zones, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock), IWherePage
{
    public const string Address = "/mon-dossier/zones";

    public WhereForm Form { get; private set; } = new();

    public IReadOnlyList<Commune> Candidates { get; private set; } = [];

    /// <summary>The zones that no box stands for, by name.</summary>
    public IReadOnlyList<NamedZone> Others { get; private set; } = [];

    /// <summary>What a search for one more place found; nothing while none was asked.</summary>
    public IReadOnlyList<NamedZone>? Found { get; private set; }

    public string? Sought { get; private set; }

    public async Task OnGetAsync(string? cherche, CancellationToken cancellation)
    {
        var home = (await communes.GetAsync(cancellation)).Find(Volunteer.HomeCommune)!;
        await ShowAsync(home, cancellation);
        Form = WhereForm.From(Volunteer.Reach, home);
        Sought = cherche;
        Found = string.IsNullOrWhiteSpace(cherche) ? null : await zones.FindAsync(cherche, cancellation);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Form")] WhereForm form, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        await ShowAsync(table.Find(Volunteer.HomeCommune)!, cancellation);
        Form = form;
        var search = HomeSearch.In(table, form.Home, form.HomeCode);
        Candidates = search.Candidates;
        search.Explain(ModelState, T);
        return ModelState.IsValid
            ? await ChangeAsync("reach", volunteer => volunteer.GoTo(form.ToReach(search.Found!, Others.Select(other => other.Zone))), Home, cancellation)
            : Page();
    }

    public async Task<IActionResult> OnPostAddAsync(ZoneKind kind, string? code, CancellationToken cancellation) =>
        ModelState.IsValid && await zones.NameAsync(new Zone(kind, code ?? ""), cancellation) is { } zone
            ? await ChangeAsync("reach", volunteer => volunteer.GoTo(volunteer.Reach with { Zones = [.. volunteer.Reach.Zones, zone.Zone] }), Address, cancellation)
            : Redirect(Address);

    public Task<IActionResult> OnPostRemoveAsync(ZoneKind kind, string? code, CancellationToken cancellation) => ChangeAsync(
        "reach",
        volunteer => volunteer.GoTo(volunteer.Reach with { Zones = [.. volunteer.Reach.Zones.Where(zone => zone != new Zone(kind, code ?? ""))] }),
        Address,
        cancellation);

    private async Task ShowAsync(Commune home, CancellationToken cancellation)
    {
        var boxes = Enum.GetValues<Around>().Select(around => WhereForm.ZoneOf(around, home)).ToHashSet();
        var others = new List<NamedZone>();
        foreach (var zone in Volunteer.Reach.Zones.Where(zone => zone.Kind is not (ZoneKind.Overseas or ZoneKind.France) && !boxes.Contains(zone)))
        {
            others.Add(await zones.NameAsync(zone, cancellation) ?? new NamedZone(zone, zone.Code));
        }

        Others = others;
    }
}
