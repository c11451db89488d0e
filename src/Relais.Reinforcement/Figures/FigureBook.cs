using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Kernel.Wording;
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
        var (from, to) = (ShiftTime.Instant(mondays[0], TimeOnly.MinValue, Paris).AddDays(-1), ShiftTime.Instant(mondays[^1].AddDays(7), TimeOnly.MinValue, Paris).AddDays(1));
        var counted = needs.Where(need => need.StartsAt >= from && need.StartsAt < to && need.State != NeedState.Draft && need.State != NeedState.Cancelled);
        var all = (await counted.AsNoTracking().ToListAsync(cancellation)).FindAll(need => filter.Profession is null || need.Cell.Profession == filter.Profession);
        var filled = await db.Set<Assignment>().Where(held => held.ReleasedAt == null).Join(counted, held => held.NeedId, need => need.Id, (held, _) => held.NeedId)
            .GroupBy(need => need).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        var taken = await db.Set<Assignment>().Join(counted, held => held.NeedId, need => need.Id, (held, _) => held)
            .GroupBy(held => held.NeedId).Select(group => new { group.Key, At = group.Min(held => held.TakenAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancellation);
        var said = await db.Set<Offer>().Where(offer => offer.AnsweredAt != null && offer.State != OfferState.Declined && offer.State != OfferState.Ended && offer.State != OfferState.Withdrawn)
            .Join(counted, offer => offer.NeedId, need => need.Id, (offer, _) => offer)
            .GroupBy(offer => offer.NeedId).Select(group => new { group.Key, At = group.Min(offer => offer.AnsweredAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancellation);
        var figures = all.Select(need => new NeedFigure(
            Monday(need),
            t[need.Cell.Profession.Label],
            place(need),
            need.HeadCount,
            Math.Min(need.HeadCount, filled.GetValueOrDefault(need.Id)),
            Earliest(taken.TryGetValue(need.Id, out var at) ? at : null, said.GetValueOrDefault(need.Id)) - need.PublishedAt));
        return NeedFigures.Of([.. figures.Where(figure => figure.Week >= mondays[0] && figure.Week <= mondays[^1])], mondays);
    }

    /// <summary>Of the week in which the shift begins on the clocks of the place.</summary>
    private static DateOnly Monday(Need need)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(need.StartsAt, TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone)).DateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
