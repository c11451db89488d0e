using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

internal sealed class SearchPage(ITerritories territories, ICommunes communes) : PageModel
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

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!HasSearched)
        {
            return;
        }

        Territories = await territories.SearchAsync(Recherche!, Most, cancellation);

        var found = new List<(Commune, TerritorySummary?)>();
        foreach (var commune in (await communes.GetAsync(cancellation)).Search(Recherche!, Most))
        {
            found.Add((commune, commune.Epci is { } epci ? await territories.FindAsync(TerritoryCode.OfEpci(epci), cancellation) : null));
        }

        Communes = found;
    }
}
