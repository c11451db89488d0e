using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Templates;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Facility;

/// <summary>What an establishment looks at first: what is missing now, and its templates one click away.</summary>
internal sealed class FacilityHomeModel(RelaisDb db, IFacilities facilities, NeedText text, TimeProvider clock) : PageModel
{
    private const int Most = 30;

    public FacilitySummary Facility { get; private set; } = null!;

    public IReadOnlyList<NeedTemplate> Templates { get; private set; } = [];

    public IReadOnlyList<NeedLine> Current { get; private set; } = [];

    public IReadOnlyList<NeedLine> Past { get; private set; } = [];

    public string When(Need need) => text.When(need);

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
        Current = await LinesAsync(needs.Where(need => need.EndsAt > now && need.State != NeedState.Cancelled && need.State != NeedState.Closed).OrderBy(need => need.StartsAt), cancellation);
        Past = await LinesAsync(needs.Where(need => need.EndsAt <= now || need.State == NeedState.Cancelled || need.State == NeedState.Closed).OrderByDescending(need => need.StartsAt), cancellation);
        return Page();
    }

    private Task<List<NeedLine>> LinesAsync(IQueryable<Need> needs, CancellationToken cancellation) => needs.Take(Most)
        .Select(need => new NeedLine(
            need,
            db.Set<Assignment>().Count(a => a.NeedId == need.Id && a.ReleasedAt == null),
            db.Set<Offers.Offer>().Count(o => o.NeedId == need.Id)))
        .ToListAsync(cancellation);
}

/// <summary>One need in a list.</summary>
internal sealed record NeedLine(Need Need, int Held, int Asked);
