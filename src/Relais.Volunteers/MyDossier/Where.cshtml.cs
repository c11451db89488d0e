using Microsoft.AspNetCore.Mvc;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.Where;

namespace Relais.Volunteers.MyDossier;

internal sealed class WherePage(ICurrentUser user, Dossiers dossiers, ICommunes communes, Words words, TimeProvider clock)
    : DossierPage(user, dossiers, words, clock), IWherePage
{
    private static readonly Func<Zone, bool> IsAdded = zone => zone.Kind is ZoneKind.Commune or ZoneKind.Epci or ZoneKind.Department or ZoneKind.Region;

    [BindProperty]
    public WhereForm Form { get; set; } = new();

    public IReadOnlyList<Commune> Candidates { get; private set; } = [];

    /// <summary>Zones that no box stands for, each with its name.</summary>
    public IReadOnlyList<(Zone Zone, string Name)> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var home = table.Find(Volunteer.HomeCommune)!;
        Form = WhereForm.From(Volunteer.Reach, home);
        Others = OthersOf(home, table);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        Others = OthersOf(table.Find(Volunteer.HomeCommune)!, table);
        var search = HomeSearch.In(table, Form.Home, Form.HomeCode);
        Candidates = search.Candidates;
        search.Explain(ModelState, T);
        return ModelState.IsValid
            ? await ChangeAsync("reach", volunteer => volunteer.GoTo(Form.ToReach(search.Found!, Others.Select(other => other.Zone))), Home, cancellation)
            : Page();
    }

    private List<(Zone Zone, string Name)> OthersOf(Commune home, CommuneTable table)
    {
        var boxes = Enum.GetValues<Around>().Select(around => WhereForm.ZoneOf(around, home)).ToHashSet();
        return
        [
            .. Volunteer.Zones.Select(zone => zone.Zone)
                .Where(zone => IsAdded(zone) && !boxes.Contains(zone))
                .Select(zone => (zone, NameOf(zone, table))),
        ];
    }

    private static string NameOf(Zone zone, CommuneTable table) => zone.Kind is ZoneKind.Commune && Kernel.Identifiers.CommuneCode.Parse(zone.Code).Value is { } code
        ? table.Find(code)?.Name ?? zone.Code
        : zone.Code;
}
