using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Figures;

/// <summary>How the needs of an establishment are met.</summary>
internal sealed class FacilityFiguresModel(RelaisDb db, FigureBook book, IFacilities facilities, Words T) : PageModel, IHasTables
{
    public FacilitySummary Facility { get; private set; } = null!;

    public FiguresView View { get; private set; } = null!;

    Sheet? IHasTables.Table(string? name) => View.SheetOf(name);

    public async Task<IActionResult> OnGetAsync(Finess finess, string? semaines, string? metier, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return NotFound();
        }

        Facility = facility;
        var filter = FigureFilter.Read(semaines, metier);
        var needs = db.Set<Need>().AsNoTracking().Where(need => need.Finess == finess);
        View = new FiguresView(filter, await book.OfAsync(needs, filter, need => need.Site, cancellation), T["Lieu"], T);
        return Page();
    }
}
