using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Templates;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>A need is written, mostly from a template; nobody is asked before the preview was seen.</summary>
internal sealed class NewNeedModel(RelaisDb db, NeedDrafts drafts, IFacilities facilities, Words t, TimeProvider clock) : PageModel
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
        if (!await PrepareAsync(finess, cancellation))
        {
            return NotFound();
        }

        if (await TemplateAsync(finess, cancellation) is { } template)
        {
            Form = NeedForm.From(template, Day ?? NextDay(template.Starts));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await PrepareAsync(finess, cancellation))
        {
            return NotFound();
        }

        var zone = await drafts.ZoneOfAsync(finess, cancellation);
        if (ModelState.IsValid && ShiftTime.From(Form.Day!.Value, Form.Starts!.Value, Form.Ends!.Value, zone!).StartsAt <= clock.GetUtcNow())
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

    private async Task<bool> PrepareAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility || await drafts.ZoneOfAsync(finess, cancellation) is not { } zone)
        {
            return false;
        }

        FacilityName = facility.Name;
        var here = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime;
        (Today, _now) = (DateOnly.FromDateTime(here), TimeOnly.FromDateTime(here));
        return true;
    }
}
