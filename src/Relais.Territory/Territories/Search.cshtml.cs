using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

internal sealed class SearchPage(ITerritories territories, ICommunes communes, Words t) : PageModel, IHasTables
{
    private const int Most = 20;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Nom ou code d’un territoire, d’une commune, ou code postal")]
    [StringLength(100, ErrorMessage = "100 caractères au plus")]
    public string? Recherche { get; set; }

    public IReadOnlyList<TerritorySummary> Territories { get; private set; } = [];

    /// <summary>Communes found, each with the territories around it.</summary>
    public IReadOnlyList<(Commune Commune, TerritorySummary? Epci)> Communes { get; private set; } = [];

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
            return;
        }

        Territories = await territories.SearchAsync(Recherche!, this.RowsFrom(Most), cancellation);

        var found = new List<(Commune, TerritorySummary?)>();
        foreach (var commune in (await communes.GetAsync(cancellation)).Search(Recherche!, this.RowsFrom(Most)))
        {
            found.Add((commune, commune.Epci is { } epci ? await territories.FindAsync(TerritoryCode.OfEpci(epci), cancellation) : null));
        }

        Communes = found;
    }
}
