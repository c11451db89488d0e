using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Facility;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Series;

/// <summary>Each date of a series with where it stands; what is left of it can be cancelled, and that taken back.</summary>
internal sealed class SeriesPageModel(RelaisDb db, IFacilities facilities, SeriesActs acts, NeedLines lines, TimeProvider clock, Words t) : PageModel, IHasTables
{
    public NeedSeries Series { get; private set; } = null!;

    public string FacilityName { get; private set; } = "";

    public IReadOnlyList<NeedLine> Dates { get; private set; } = [];

    /// <summary>The instant of a cancellation of a moment ago: one click takes it back.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Since { get; set; }

    /// <summary>The date from which the rest is to be cancelled.</summary>
    [BindProperty]
    [Display(Name = "À partir de")]
    public DateOnly? From { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IEnumerable<NeedLine> ToCome => Dates.Where(line => line.Need.StartsAt > Now && line.Need.State is not (NeedState.Cancelled or NeedState.Closed));

    public int CancelledSince => Since is { } since ? Dates.Count(line => CanReturn(line) && line.Need.EndedAt >= since) : 0;

    public IEnumerable<SelectListItem> Days => ToCome.Select(line => line.Need.SeriesDay!.Value)
        .Select(day => new SelectListItem(day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture), day.ToString("O", CultureInfo.InvariantCulture)));

    public bool CanReturn(NeedLine line) => line.Need.State is NeedState.Cancelled && line.Need.StartsAt > Now;

    Sheet? IHasTables.Table(string? name) => NeedSheet.Of(t["Dates de la série"], Dates, t);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<NeedSeries>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } series)
        {
            return NotFound();
        }

        Series = series;
        FacilityName = (await facilities.FindAsync(series.Finess, cancellation))?.Name ?? series.Finess.Printed;
        Dates = await lines.ListAsync(db.Set<Need>().Where(need => need.SeriesId == id).OrderBy(need => need.SeriesDay), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || From is not { } from)
        {
            return await OnGetAsync(id, cancellation);
        }

        await acts.CancelAsync(id, from, cancellation);
        return RedirectToPage(new { id, Since = Now.ToString("O", CultureInfo.InvariantCulture) });
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || Since is not { } since)
        {
            return await OnGetAsync(id, cancellation);
        }

        await acts.RestoreAsync(id, since, cancellation);
        return RedirectToPage(new { id, Since = (string?)null });
    }
}
