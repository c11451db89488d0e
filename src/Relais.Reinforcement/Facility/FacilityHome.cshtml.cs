using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Design.Files;
using Relais.Documents;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Series;
using Relais.Reinforcement.Templates;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Facility;

/// <summary>What an establishment looks at first: what is missing now, and its templates one click away.</summary>
internal sealed class FacilityHomeModel(RelaisDb db, IFacilities facilities, NeedText text, NeedLines lines, TimeProvider clock, Words t) : PageModel, IHasTables
{
    private const int Most = 30;

    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<NeedTemplate> Templates { get; private set; } = [];

    public IReadOnlyList<NeedLine> Current { get; private set; } = [];

    public IReadOnlyList<NeedLine> Past { get; private set; } = [];

    /// <summary>Those that have a date to come.</summary>
    public IReadOnlyList<NeedSeries> Series { get; private set; } = [];

    public string When(Need need) => text.When(need);

    Sheet? IHasTables.Table(string? name) => name switch
    {
        "en-cours" => NeedSheet.Of(t["Besoins en cours"], Current, t),
        "termines" => NeedSheet.Of(t["Besoins terminés"], Past, t),
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Finess finess, CancellationToken cancellation)
    {
        if (await facilities.FindAsync(finess, cancellation) is not { } facility)
        {
            return NotFound();
        }

        Facility = facility;
        Templates = await db.Set<NeedTemplate>().AsNoTracking()
            .Where(template => template.Finess == finess && template.RetiredAt == null)
            .OrderByDescending(template => template.UsedAt).ThenBy(template => template.Name)
            .Take(Most).ToListAsync(cancellation);

        var now = clock.GetUtcNow();
        var needs = db.Set<Need>().AsNoTracking().Where(need => need.Finess == finess);
        Current = await lines.ListAsync(needs.Where(need => need.EndsAt > now && need.State != NeedState.Cancelled && need.State != NeedState.Closed && !(need.State == NeedState.Draft && need.SeriesId != null)).OrderBy(need => need.StartsAt).Take(this.RowsFrom(Most)), cancellation);
        Past = await lines.ListAsync(needs.Where(need => need.EndsAt <= now || need.State == NeedState.Cancelled || need.State == NeedState.Closed).OrderByDescending(need => need.StartsAt).Take(this.RowsFrom(Most)), cancellation);
        Series = await db.Set<NeedSeries>().AsNoTracking()
            .Where(series => series.Finess == finess && db.Set<Need>().Any(need => need.SeriesId == series.Id && need.StartsAt > now && need.State != NeedState.Cancelled))
            .OrderByDescending(series => series.CreatedAt).Take(Most).ToListAsync(cancellation);
        return Page();
    }
}
