using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Templates;

/// <summary>The templates of an establishment: made here, used from its home.</summary>
internal sealed class TemplateListModel(RelaisDb db, IFacilities facilities, TimeProvider clock) : PageModel
{
    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<NeedTemplate> Templates { get; private set; } = [];

    /// <summary>Put away a moment ago: one click brings it back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Retired { get; set; }

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return NotFound();
        }

        Facility = facility;
        Templates = await db.Set<NeedTemplate>().AsNoTracking()
            .Where(template => template.Finess == finess && template.RetiredAt == null)
            .OrderBy(template => template.Name).Take(200).ToListAsync(cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostRetireAsync(Finess finess, Guid template, CancellationToken cancellation) =>
        MarkAsync(finess, template, clock.GetUtcNow(), template, cancellation);

    public Task<IActionResult> OnPostRestoreAsync(Finess finess, Guid template, CancellationToken cancellation) =>
        MarkAsync(finess, template, retiredAt: null, retired: null, cancellation);

    private async Task<IActionResult> MarkAsync(Finess finess, Guid id, DateTimeOffset? retiredAt, Guid? retired, CancellationToken cancellation)
    {
        if (await db.Set<NeedTemplate>().SingleOrDefaultAsync(t => t.Id == id && t.Finess == finess, cancellation) is not { } template)
        {
            return NotFound();
        }

        template.RetiredAt = retiredAt;
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage(new { finess = finess.Value, Retired = retired });
    }
}
