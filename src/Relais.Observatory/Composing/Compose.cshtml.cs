using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Accounts.Contracts;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Observatory.Neighbours;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Composing;

/// <summary>Any set of communes, put together by search, on a map or from lists. The whole state is the address.</summary>
internal sealed class ComposeModel(Composition composition, NeighbourBook neighbours, ComposingMaps maps, ITerritories territories, ICommunes communes, ICurrentUser user, Words t) : PageModel, IHasTables
{
    public const string Address = "/observatoire/territoire";
    public const string AllAround = "voisines";

    /// <summary>How many borders away a commune is still drawn.</summary>
    private const int Rings = 2;
    private const int MostFound = 8;

    [BindProperty(SupportsGet = true)]
    public string? Territoires { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Ajouter")]
    [StringLength(100, ErrorMessage = "100 caractères au plus")]
    public string? Ajouter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Retirer { get; set; }

    /// <summary>The saved territory of which this will be a new list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? De { get; set; }

    /// <summary>Nothing as long as no commune was chosen.</summary>
    public ChosenTerritory? Chosen { get; private set; }

    public SetTotals? Totals { get; private set; }

    public IReadOnlyList<ChosenGroup> Groups { get; private set; } = [];

    public IReadOnlyList<Commune> Around { get; private set; } = [];

    public ComposingMap? Map { get; private set; }

    public IReadOnlyList<TerritorySummary> FoundTerritories { get; private set; } = [];

    public IReadOnlyList<Commune> FoundCommunes { get; private set; } = [];

    public bool MaySave => user.Has(Role.Coordinator) || user.Has(Role.NationalCrisisCentre) || user.Has(Role.Administrator);

    Sheet? IHasTables.Table(string? name) => Chosen is null ? null : Sheet.Of(
        t["Communes choisies"],
        Groups.SelectMany(group => group.Chosen.Select(commune => (Commune: commune, Epci: group.Name))),
        (t["Code"], row => Cell.Of(row.Commune.Code.Value)),
        (t["Commune"], row => Cell.Of(row.Commune.Name)),
        (t["Département"], row => Cell.Of(row.Commune.Department)),
        (t["Intercommunalité"], row => Cell.Of(row.Epci)),
        (t["Habitants"], row => Cell.Of(Totals!.Of(row.Commune))),
        (t["Source"], _ => Cell.Of(Totals!.Source)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        (Chosen, var problem) = await composition.ReadAsync(Territoires, cancellation);
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Ajouter), problem);
        }

        var touching = await neighbours.ReadAsync(cancellation);
        var chosen = Chosen?.Communes ?? [];
        if (ModelState.IsValid && await ChangedAsync(chosen, touching, cancellation) is { } changed)
        {
            var set = await composition.ShortestAsync(changed, cancellation);
            if (set.Length <= TerritorySet.Longest)
            {
                return Redirect(AddressOf(set));
            }

            ModelState.AddModelError(nameof(Ajouter), t["Cet ensemble est trop morcelé pour tenir dans une adresse : prenez des intercommunalités entières."]);
        }

        if (ModelState.IsValid && !string.IsNullOrWhiteSpace(Ajouter))
        {
            await FindAsync(Ajouter, cancellation);
        }

        if (Chosen is not null)
        {
            await ShowAsync(Chosen, touching, cancellation);
        }

        return Page();
    }

    public string AddressOf(string set) => $"{Address}?territoires={set}{(De is null ? "" : $"&de={Uri.EscapeDataString(De)}")}";

    /// <summary>The communes once what was asked for is done; nothing when nothing was, or when it has to be searched.</summary>
    private async Task<IReadOnlyCollection<Commune>?> ChangedAsync(IReadOnlyList<Commune> chosen, TouchingCommunes touching, CancellationToken cancellation)
    {
        if (Retirer is not null)
        {
            return [.. chosen.Except(await composition.NamedAsync(Retirer, cancellation))];
        }

        var added = Ajouter is AllAround ? touching.Around(chosen) : Ajouter is null ? [] : await composition.NamedAsync(Ajouter, cancellation);
        return added.Count > 0 ? [.. chosen.Union(added)] : null;
    }

    private async Task FindAsync(string text, CancellationToken cancellation)
    {
        FoundTerritories = await territories.SearchAsync(text, MostFound, cancellation);
        FoundCommunes = (await communes.GetAsync(cancellation)).Search(text, MostFound);
        if (FoundTerritories.Count + FoundCommunes.Count is 0)
        {
            ModelState.AddModelError(nameof(Ajouter), t["Rien ne porte ce nom : vérifiez l’orthographe, ou cherchez une commune du territoire."]);
        }
    }

    private async Task ShowAsync(ChosenTerritory chosen, TouchingCommunes touching, CancellationToken cancellation)
    {
        Totals = await composition.CountAsync(chosen, cancellation);
        Groups = await composition.GroupAsync(chosen, cancellation);
        Around = touching.Around(chosen.Communes);
        if (chosen.Communes.Count <= ComposingMaps.MostCommunes)
        {
            IReadOnlyList<Commune> drawn = Around;
            for (var ring = 1; ring < Rings; ring++)
            {
                drawn = [.. drawn, .. touching.Around([.. chosen.Communes, .. drawn])];
            }

            var inside = chosen.Communes.Select(commune => commune.Code).ToHashSet();
            Map = await maps.DrawAsync(chosen, drawn, commune => $"{AddressOf(chosen.Key)}&{(inside.Contains(commune.Code) ? "retirer" : "ajouter")}={commune.Code}#carte", cancellation);
        }
    }
}
