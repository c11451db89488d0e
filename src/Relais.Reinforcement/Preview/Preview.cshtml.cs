using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Substitution;
using Relais.Reinforcement.Waves;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Preview;

/// <summary>Seen before anybody is asked: how many can come, and what stops the others.</summary>
internal sealed class PreviewModel(RelaisDb db, Previewing previewing, NeedLife life, DirectAsk direct, Substitutions substitutions, NeedText text) : PageModel
{
    public Need Need { get; private set; } = null!;

    public NeedSummary Summary { get; private set; } = null!;

    public PreviewView View { get; private set; } = null!;

    public IReadOnlyList<ProfileCard> Profiles { get; private set; } = [];

    /// <summary>Who may hold a place with another diploma, where the need accepts it.</summary>
    public IReadOnlyList<ProfessionUnit> OpensTo { get; private set; } = [];

    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) =>
        await AnswerAsync(id, await life.PublishAsync(new NeedId(id), cancellation), cancellation);

    public async Task<IActionResult> OnPostAskAsync(Guid id, string? profile, CancellationToken cancellation) =>
        await AnswerAsync(id, await direct.AskAsync(new NeedId(id), profile, cancellation), cancellation);

    private async Task<IActionResult> AnswerAsync(Guid id, NeedResult result, CancellationToken cancellation)
    {
        switch (result)
        {
            case NeedResult.Refused refused:
                Refusal = refused.Sentence;
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await ShowAsync(id, cancellation);
            case NeedResult.Unknown:
                return NotFound();
            default:
                return Redirect($"/besoins/{id}");
        }
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        var key = new NeedId(id);
        if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == key, cancellation) is not { } need)
        {
            return NotFound();
        }

        Need = need;
        OpensTo = need.AcceptsSubstitutes ? [.. (await substitutions.TableAsync(cancellation)).For(need.Cell, PlaceTime.DayOf(need.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone))).Select(pair => pair.Held)] : [];
        Summary = await text.SummaryAsync(need, cancellation);
        (View, Profiles) = await previewing.PreviewWithProfilesAsync(need, cancellation);
        return Page();
    }
}
