using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

internal sealed class SearchPage(ITerritories territories, TerritoryVersions versions, ICommunes communes, Words t) : PageModel, IHasTables
{
    private const int Most = 20;

    /// <summary>Everybody may ask: the likest come first, and no name is that common.</summary>
    private const int MostInFile = 1000;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Nom ou code d’un territoire, d’une commune, ou code postal")]
    [StringLength(100, ErrorMessage = "100 caractères au plus")]
    public string? Recherche { get; set; }

    public IReadOnlyList<TerritorySummary> Territories { get; private set; } = [];

    /// <summary>Communes found, each with the territories around it.</summary>
    public IReadOnlyList<(Commune Commune, TerritorySummary? Epci)> Communes { get; private set; } = [];

    /// <summary>The territories that people saved, by name, as long as nothing was searched.</summary>
    public IReadOnlyList<TerritorySummary> Saved { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Recherche) && ModelState.IsValid;

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "territoires" => Sheet.Of(
            t["Territoires trouvés"],
            Territories,
            (t["Nom"], territory => Cell.Of(territory.Name)),
            (t["Code"], territory => Cell.Of($"{territory.Code}")),
            (t["Nature"], territory => Cell.Of(t.NameOf(territory.Kind))),
            (t["Communes"], territory => Cell.Of(territory.Communes))),
        "communes" => Sheet.Of(
            t["Communes trouvées"],
            Communes,
            (t["Nom"], found => Cell.Of(found.Commune.Name)),
            (t["Code"], found => Cell.Of($"{found.Commune.Code}")),
            (t["Code postal"], found => Cell.Of(string.Join(", ", found.Commune.PostalCodes))),
            (t["Intercommunalité"], found => Cell.Of(found.Epci?.Name ?? t["aucune"]))),
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!HasSearched)
        {
            foreach (var kind in TerritoryKinds.Drawn)
            {
                Saved = [.. Saved, .. await territories.ListAsync(kind, cancellation)];
            }

            return;
        }

        var most = Math.Min(this.RowsFrom(Most), MostInFile);
        Territories = await territories.SearchAsync(Recherche!, most, cancellation);
        var found = (await communes.GetAsync(cancellation)).Search(Recherche!, most);
        var codes = found.Select(commune => commune.Epci).OfType<Siren>().Distinct().Select(TerritoryCode.OfEpci).ToList();
        var epcis = (await versions.SummariseAsync(await versions.OfCodesAsync(codes, on: null, cancellation), cancellation)).ToDictionary(epci => epci.Code);
        Communes = [.. found.Select(commune => (commune, commune.Epci is { } epci ? epcis.GetValueOrDefault(TerritoryCode.OfEpci(epci)) : null))];
    }
}
