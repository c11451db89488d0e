using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Display;
using Relais.Design.Fields;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Preview;
using Relais.Reinforcement.Templates;

namespace Relais.Reinforcement.Series;

/// <summary>A need is said once, with how it repeats; the dates are seen before any of them is stored.</summary>
internal sealed class NewSeriesModel(RelaisDb db, NeedDrafts drafts, SeriesDrafts series, Previewing previewing, Words t, TimeProvider clock) : PageModel
{
    /// <summary>Of how many dates it is told how many people could come: each is a search of its own.</summary>
    private const int Previewed = 3;

    [BindProperty]
    public SeriesForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? Template { get; set; }

    public NeedPlace Place { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>How many days before each date people are asked when nothing is said.</summary>
    public int UsualLead { get; private set; }

    /// <summary>What the form would make, once it is complete.</summary>
    public SeriesPlan? Plan { get; private set; }

    /// <summary>How many people could be asked about the first dates.</summary>
    public IReadOnlyDictionary<DateOnly, int> Reach { get; private set; } = new Dictionary<DateOnly, int>();

    public IEnumerable<SelectListItem> Cells => CellChoices.All(t);

    public static IEnumerable<Choice> Weekdays => Enumerable.Range(1, 7).Select(rank => (DayOfWeek)(rank % 7))
        .Select(day => new Choice($"{day}", CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day)));

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await PrepareAsync(finess, cancellation))
        {
            return NotFound();
        }

        if (await db.Set<NeedTemplate>().AsNoTracking().SingleOrDefaultAsync(template => template.Id == Template && template.Finess == finess, cancellation) is { } template)
        {
            Form.Take(template, Today.AddDays(1));
        }

        return Page();
    }

    /// <summary>Shows the dates.</summary>
    public async Task<IActionResult> OnPostAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await PrepareAsync(finess, cancellation))
        {
            return NotFound();
        }

        await PlanAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostCreateAsync(Finess finess, CancellationToken cancellation)
    {
        if (!await PrepareAsync(finess, cancellation))
        {
            return NotFound();
        }

        var seen = Form.Seen;
        if (await PlanAsync(cancellation) is not { } request || Plan is null)
        {
            return Page();
        }

        if (seen != Form.Seen)
        {
            ModelState.AddModelError("Form", t["Les dates ont changé depuis que vous les avez vues : relisez-les, puis créez la série."]);
            return Page();
        }

        if (await series.WriteAsync(request, Plan, cancellation))
        {
            TempData.Announce(t.Count(Plan.Needs.Count(), "{0} date est créée.", "{0} dates sont créées."));
        }

        return Redirect($"/series/{Form.Id}");
    }

    /// <returns>Nothing when the form is not complete, or gives no series.</returns>
    private async Task<SeriesRequest?> PlanAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return null;
        }

        var request = Form.ToRequest(Place);
        switch (await series.PlanAsync(request, cancellation))
        {
            case SeriesAnswer.Refused refused:
                ModelState.AddModelError(refused.Code is "need_started" ? "Form.Day" : Form.EndsHow is SeriesEnd.OnDay ? "Form.Until" : "Form.Times", refused.Sentence);
                return null;
            case SeriesAnswer.Planned planned:
                Plan = planned.Plan;
                break;
        }

        Form.Seen = SeriesForm.FingerprintOf(request, Plan!);
        ModelState.Remove("Form.Seen");
        var reach = new Dictionary<DateOnly, int>();
        foreach (var need in Plan!.Needs.Take(Previewed))
        {
            reach[need.SeriesDay!.Value] = (await previewing.PreviewAsync(need, cancellation)).CanBeAsked;
        }

        Reach = reach;
        return request;
    }

    private async Task<bool> PrepareAsync(Finess finess, CancellationToken cancellation)
    {
        if (await drafts.PlaceOfAsync(finess, cancellation) is not { } place)
        {
            return false;
        }

        Place = place;
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), place.Zone).DateTime);
        UsualLead = (await series.LimitsAsync(cancellation)).LeadDays;
        return true;
    }
}
