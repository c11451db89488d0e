using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Recounts the announced zone from public data, and says whether the announcement is found again.</summary>
internal sealed class SolidarityPage(ITerritories territories, Words t) : PageModel, IHasTables
{
    public PriorityZone Zone { get; } = PriorityZone.Brittany;

    public IReadOnlyList<PopulationFigure> Figures { get; private set; } = [];

    public bool IsFoundAgain => Figures[0].People == Zone.AnnouncedPopulation;

    Sheet? IHasTables.Table(string? name) => PopulationSheets.Of(name, Figures, t);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var codes = Zone.Territories.Select(TerritoryCode.Stored).ToList();
        var figures = new List<PopulationFigure>();
        foreach (var count in Enum.GetValues<PopulationCount>())
        {
            figures.Add(await territories.PopulationAsync(codes, count, cancellation)
                ?? throw new InvalidOperationException("A territory of the announced zone is not in the reference data"));
        }

        Figures = figures;
    }
}
