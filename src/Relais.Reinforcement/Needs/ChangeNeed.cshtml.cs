using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Series;

namespace Relais.Reinforcement.Needs;

/// <summary>What may still change once people were asked; each is asked again.</summary>
internal sealed class ChangeNeedModel(RelaisDb db, NeedChanging changing, SeriesActs series, NeedText text, Words t) : PageModel
{
    [BindProperty]
    public ShiftForm Form { get; set; } = new();

    /// <summary>For a date of a series.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Que changer")]
    public ChangeReach Reach { get; set; }

    public NeedSummary Summary { get; private set; } = null!;

    public bool IsInSeries { get; private set; }

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

        if (Reach is not ChangeReach.ThisDate && (!IsInSeries || Form.Day != ShiftForm.From(need).Day))
        {
            ModelState.AddModelError("Form.Day", t["On ne déplace qu’une date à la fois : choisissez « Cette date seulement »."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = Reach is ChangeReach.ThisDate
            ? await changing.ChangeAsync(need.Id, Form.ToChange(Form.Day!.Value, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone)), cancellation)
            : await series.ChangeAsync(need, Form, isWhole: Reach is ChangeReach.Series, cancellation);
        if (result is NeedResult.Refused refused)
        {
            ModelState.AddModelError(refused.Code is "places_held" ? "Form.HeadCount" : "Form.Day", refused.Sentence);
            return Page();
        }

        return Redirect(Reach is ChangeReach.ThisDate ? $"/besoins/{id}" : $"/series/{need.SeriesId}");
    }

    private async Task<Need?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var key = new NeedId(id);
        var need = await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == key, cancellation);
        if (need is not null)
        {
            IsInSeries = need.SeriesId is not null;
            Summary = await text.SummaryAsync(need, cancellation);
        }

        return need;
    }
}
