using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Coordination;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Day;

/// <summary>A need that lacks somebody, and why.</summary>
/// <param name="Obstacle">What stops most of those who could do it, where it was looked into.</param>
/// <param name="AsksAt">When the next people are asked, if they are.</param>
/// <param name="MayFollow">Whether the reader coordinates there: may call people about it.</param>
/// <param name="MayChange">Whether the reader may change its hours and conditions.</param>
internal sealed record OpenPost(
    Need Need, string Facility, OpenFigures Figures, Obstacle? Obstacle, DateTimeOffset? AsksAt, bool MayFollow, bool MayChange)
{
    public WhyOpen Why { get; } = Figures.Why;
}

/// <summary>Why the places that nobody holds have nobody.</summary>
internal sealed class OpenPosts(RelaisDb db, CandidateSearch search, NeedsInScope reach, IFacilities facilities, ICurrentUser user, TimeProvider clock)
{
    /// <summary>
    /// A search runs the rules on everybody: so many of them, each with 3 000 people left to look at, answer in about a
    /// second. Where those who were asked are enough for the places, the reason is known without one.
    /// </summary>
    public const int MostSearched = 40;

    /// <param name="needs">Those with a free place, the first to begin first.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<OpenPost>> ExplainAsync(IReadOnlyList<NeedOfDay> needs, CancellationToken cancellation)
    {
        var asked = await AskedAsync([.. needs.Select(one => one.Need.Id)], cancellation);
        var names = await facilities.FindAsync([.. needs.Select(one => one.Need.Finess).Distinct()], cancellation);
        var (followed, changed) = (await HeldAsync(needs, [Role.Coordinator, Role.NationalCrisisCentre], cancellation), await HeldAsync(needs, [Role.Coordinator], cancellation));
        var posts = new List<OpenPost>(needs.Count);
        var searched = 0;
        foreach (var (need, free) in needs)
        {
            var figures = (asked.GetValueOrDefault(need.Id) ?? new OpenFigures { Free = free }) with { Free = free, Stage = StageOf(need), IsWaveDue = need.NextWaveAt is not null };
            var found = figures.IsKnownUnsearched || searched++ >= MostSearched ? null : await search.SearchAsync(need, cancellation);
            posts.Add(new OpenPost(
                need,
                names.GetValueOrDefault(need.Finess)?.Name ?? need.Finess.Printed,
                figures with { Left = found is null ? null : LeftOf(need, found) },
                found is null ? null : Obstacle.Of(found.Known, found.Steps),
                need.NextWaveAt,
                followed.Contains(need.Id),
                changed.Contains(need.Id)));
        }

        return posts;
    }

    private SearchStage StageOf(Need need) => need switch
    {
        { State: NeedState.Draft } => SearchStage.Planned,
        { State: NeedState.Closed, EndedAt: { } ended } when ended < need.AsksUntil => SearchStage.Stopped,
        { State: NeedState.Closed } => SearchStage.TooLate,
        _ => need.AsksUntil <= clock.GetUtcNow() ? SearchStage.TooLate : SearchStage.UnderWay,
    };

    private StillThere LeftOf(Need need, SearchResult found)
    {
        var now = clock.GetUtcNow();
        return new StillThere(
            found.Askable.Count(one => need.CanStillBeReached(now, PersonToAsk.From(one).Minutes)),
            found.QuietUntil < need.AsksUntil ? found.Steps.Where(step => step.Code is "quiet-hours").Sum(step => step.Stopped) : 0);
    }

    private async Task<Dictionary<NeedId, OpenFigures>> AskedAsync(List<NeedId> ids, CancellationToken cancellation) =>
        await db.Set<Offer>().AsNoTracking().Where(offer => EF.Parameter(ids).Contains(offer.NeedId))
            .GroupBy(offer => offer.NeedId)
            .Select(group => new
            {
                group.Key,
                Asked = group.Count(offer => !offer.CameForward),
                No = group.Count(offer => !offer.CameForward && (offer.State == OfferState.Declined || offer.State == OfferState.Withdrawn)),
                Waiting = group.Count(offer => offer.State == OfferState.Waiting),
                Candidates = group.Count(offer => offer.State == OfferState.Candidate),
            })
            .ToDictionaryAsync(row => row.Key, row => new OpenFigures { Free = 0, Asked = row.Asked, No = row.No, Waiting = row.Waiting, Candidates = row.Candidates }, cancellation);

    /// <summary>Those of the needs that lie where the reader holds one of these roles.</summary>
    private async Task<HashSet<NeedId>> HeldAsync(IReadOnlyList<NeedOfDay> needs, IReadOnlyList<Role> roles, CancellationToken cancellation)
    {
        var ids = needs.Select(one => one.Need.Id).ToList();
        return await (await reach.OfAsync(user.ScopesOf(roles), cancellation)).Where(need => EF.Parameter(ids).Contains(need.Id)).Select(need => need.Id).ToHashSetAsync(cancellation);
    }
}
