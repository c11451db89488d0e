using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>What may still change once people were asked; each is asked again.</summary>
internal sealed class ChangeNeedModel(RelaisDb db, NeedLife life, NeedText text) : PageModel
{
    [BindProperty]
    public ShiftForm Form { get; set; } = new();

    public NeedSummary Summary { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } need)
        {
            return NotFound();
        }

        Form = ShiftForm.From(need);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } need)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await life.ChangeAsync(need.Id, Form.ToChange(need), cancellation) is NeedResult.Refused refused)
        {
            ModelState.AddModelError(refused.Code is "places_held" ? "Form.HeadCount" : "Form.Day", refused.Sentence);
            return Page();
        }

        return Redirect($"/besoins/{id}");
    }

    private async Task<Need?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var key = new NeedId(id);
        var need = await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == key, cancellation);
        if (need is not null)
        {
            Summary = await text.SummaryAsync(need, cancellation);
        }

        return need;
    }
}
