using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Figures;

/// <summary>Counts needs, places and delays.</summary>
internal sealed class FigureBook(RelaisDb db, Words t, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <param name="needs">Those to count, wherever they lie in time.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="place">What the figures by place tell apart.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<NeedFigures> OfAsync(IQueryable<Need> needs, FigureFilter filter, Func<Need, string> place, CancellationToken cancellation)
    {
        var mondays = filter.Mondays(clock.GetUtcNow());
        var counted = await CountedAsync(needs, mondays[0], mondays[^1].AddDays(7), cancellation);
        return NeedFigures.Of(
            [
                .. counted.Where(one => filter.Profession is null || one.Need.Cell.Profession == filter.Profession).Select(one => new NeedFigure(
                    PlaceTime.MondayOf(one.Day), t[one.Need.Cell.Profession.Label], place(one.Need), one.Need.HeadCount, one.Filled, one.FirstYes)),
            ],
            mondays);
    }

    /// <summary>Those of these needs that were published, not cancelled, and begin from one day until before another, on the clocks of their places.</summary>
    public async Task<IReadOnlyList<CountedNeed>> CountedAsync(IQueryable<Need> needs, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        // A day more on both sides: the clocks of the places are not those of Paris.
        var (first, end) = (PlaceTime.Midnight(from, Paris).AddDays(-1), PlaceTime.Midnight(until, Paris).AddDays(1));
        var counted = needs.Where(need => need.StartsAt >= first && need.StartsAt < end && need.State != NeedState.Draft && need.State != NeedState.Cancelled);
        var all = await counted.AsNoTracking().ToListAsync(cancellation);
        var held = await db.Set<Assignment>().Join(counted, one => one.NeedId, need => need.Id, (one, _) => one)
            .GroupBy(one => one.NeedId).Select(group => new { group.Key, Filled = group.Count(one => one.ReleasedAt == null), First = group.Min(one => one.TakenAt) })
            .ToDictionaryAsync(row => row.Key, cancellation);
        var said = await db.Set<Offer>().Where(offer => offer.AnsweredAt != null && offer.State != OfferState.Declined && offer.State != OfferState.Ended && offer.State != OfferState.Withdrawn)
            .Join(counted, offer => offer.NeedId, need => need.Id, (offer, _) => offer)
            .GroupBy(offer => offer.NeedId).Select(group => new { group.Key, At = group.Min(offer => offer.AnsweredAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancellation);
        return
        [
            .. all.Select(need => new CountedNeed(
                need,
                PlaceTime.DayOf(need.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone)),
                Math.Min(need.HeadCount, held.GetValueOrDefault(need.Id)?.Filled ?? 0),
                Earliest(held.GetValueOrDefault(need.Id)?.First, said.GetValueOrDefault(need.Id)) - need.PublishedAt)).Where(one => one.Day >= from && one.Day < until),
        ];
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}

/// <summary>A need as figures count it.</summary>
/// <param name="Day">When it begins, where it is.</param>
/// <param name="Filled">Places that somebody holds.</param>
/// <param name="FirstYes">From publishing to the first yes.</param>
internal sealed record CountedNeed(Need Need, DateOnly Day, int Filled, TimeSpan? FirstYes);
