using Microsoft.AspNetCore.Mvc.RazorPages;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Figures;

/// <summary>How needs are met in the territory of who looks.</summary>
internal sealed class TerritoryFiguresModel(NeedsInScope needs, FigureBook book, IFacilities facilities, Words T) : PageModel, IHasTables
{
    public FiguresView View { get; private set; } = null!;

    Sheet? IHasTables.Table(string? name) => View.SheetOf(name);

    public async Task OnGetAsync(string? semaines, string? metier, CancellationToken cancellation)
    {
        var filter = FigureFilter.Read(semaines, metier);
        var mine = await needs.CoordinatedAsync(cancellation);
        var names = await facilities.FindAsync([.. mine.Select(need => need.Finess).Distinct()], cancellation);
        View = new FiguresView(filter, await book.OfAsync(mine, filter, need => names.GetValueOrDefault(need.Finess)?.Name ?? need.Finess.Printed, cancellation), T["Établissement"], T);
    }
}
