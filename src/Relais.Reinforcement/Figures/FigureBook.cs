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
    /// <param name="place">What the figures by place tell apart.</param>
    public async Task<NeedFigures> OfAsync(IQueryable<Need> needs, FigureFilter filter, Func<Need, string> place, CancellationToken cancellation)
    {
        var mondays = filter.Mondays(clock.GetUtcNow());
        var (from, to) = (PlaceTime.Midnight(mondays[0], Paris).AddDays(-1), PlaceTime.Midnight(mondays[^1].AddDays(7), Paris).AddDays(1));
        var counted = needs.Where(need => need.StartsAt >= from && need.StartsAt < to && need.State != NeedState.Draft && need.State != NeedState.Cancelled);
        var all = (await counted.AsNoTracking().ToListAsync(cancellation)).FindAll(need => filter.Profession is null || need.Cell.Profession == filter.Profession);
        var held = await db.Set<Assignment>().Join(counted, one => one.NeedId, need => need.Id, (one, _) => one)
            .GroupBy(one => one.NeedId).Select(group => new { group.Key, Filled = group.Count(one => one.ReleasedAt == null), First = group.Min(one => one.TakenAt) })
            .ToDictionaryAsync(row => row.Key, cancellation);
        var said = await db.Set<Offer>().Where(offer => offer.AnsweredAt != null && offer.State != OfferState.Declined && offer.State != OfferState.Ended && offer.State != OfferState.Withdrawn)
            .Join(counted, offer => offer.NeedId, need => need.Id, (offer, _) => offer)
            .GroupBy(offer => offer.NeedId).Select(group => new { group.Key, At = group.Min(offer => offer.AnsweredAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancellation);
        var figures = all.Select(need => new NeedFigure(
            PlaceTime.MondayOf(PlaceTime.DayOf(need.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone))),
            t[need.Cell.Profession.Label],
            place(need),
            need.HeadCount,
            Math.Min(need.HeadCount, held.GetValueOrDefault(need.Id)?.Filled ?? 0),
            Earliest(held.GetValueOrDefault(need.Id)?.First, said.GetValueOrDefault(need.Id)) - need.PublishedAt));
        return NeedFigures.Of([.. figures.Where(figure => figure.Week >= mondays[0] && figure.Week <= mondays[^1])], mondays);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
