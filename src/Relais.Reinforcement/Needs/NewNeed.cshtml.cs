using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Templates;

namespace Relais.Reinforcement.Needs;

/// <summary>A need is written, mostly from a template; nobody is asked before the preview was seen.</summary>
internal sealed class NewNeedModel(RelaisDb db, NeedDrafts drafts, Words t, TimeProvider clock) : PageModel
{
    private TimeOnly _now;

    [BindProperty]
    public NeedForm Form { get; set; } = new();

    /// <summary>The template that the form started from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Template { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public string FacilityName { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public IEnumerable<SelectListItem> Cells => CellChoices.All(t);

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation)
    {
        if (await PrepareAsync(finess, cancellation) is null)
        {
            return NotFound();
        }

        if (await TemplateAsync(finess, cancellation) is { } template)
        {
            Form.Take(template, Day ?? NextDay(template.Starts));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (await PrepareAsync(finess, cancellation) is not { } place)
        {
            return NotFound();
        }

        if (ModelState.IsValid && Form.ToBody(place).StartsAt <= clock.GetUtcNow())
        {
            ModelState.AddModelError("Form.Day", t["Ce moment est déjà passé : choisissez un jour ou une heure à venir."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var need = await drafts.WriteAsync(finess, Form, cancellation);
        if (await TemplateAsync(finess, cancellation) is { } template)
        {
            template.UsedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(cancellation);
        return Redirect($"/besoins/{need!.Id}/apercu");
    }

    /// <summary>The first day on which the shift has not begun yet.</summary>
    private DateOnly NextDay(TimeOnly starts) => starts > _now ? Today : Today.AddDays(1);

    private Task<NeedTemplate?> TemplateAsync(Finess finess, CancellationToken cancellation) =>
        db.Set<NeedTemplate>().SingleOrDefaultAsync(template => template.Id == Template && template.Finess == finess, cancellation);

    private async Task<NeedPlace?> PrepareAsync(Finess finess, CancellationToken cancellation)
    {
        if (await drafts.PlaceOfAsync(finess, cancellation) is not { } place)
        {
            return null;
        }

        FacilityName = place.Name;
        var here = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), place.Zone).DateTime;
        (Today, _now) = (DateOnly.FromDateTime(here), TimeOnly.FromDateTime(here));
        return place;
    }
}
