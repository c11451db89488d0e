using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Rules;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Coordination.Calls;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Coordination;

/// <summary>What is not filled in the territory of who asks: what should have been filled the longest ago comes first.</summary>
internal sealed class OpenNeeds(
    RelaisDb db, CoordinatedNeeds coordinated, IFacilities facilities, FreePlaces places, InHand inHand, DatedRules rules, TimeProvider clock)
{
    private const int Most = 500;

    public async Task<IReadOnlyList<OpenNeed>> ListAsync(OpenNeedFilter filter, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var needs = await (await coordinated.InScopeAsync(cancellation))
            .Where(need => need.State == NeedState.Open && need.EndsAt > now)
            .OrderBy(need => need.StartsAt).Take(Most).ToListAsync(cancellation);
        var lines = await DescribeAsync(needs.FindAll(need => filter.Profession is null || need.Cell.Profession == filter.Profession), now, cancellation);
        return [.. lines.Where(line => !filter.LateOnly || line.IsLate(now)).OrderBy(line => line.DueAt)];
    }

    /// <summary>One of them; nothing when no place of it is free.</summary>
    public async Task<OpenNeed?> FindAsync(Need need, CancellationToken cancellation) =>
        await DescribeAsync([need], clock.GetUtcNow(), cancellation) is [var found] ? found : null;

    /// <summary>How many there are, and how many of them are late.</summary>
    public async Task<(int All, int Late)> CountAsync(CancellationToken cancellation)
    {
        var (now, all) = (clock.GetUtcNow(), await ListAsync(OpenNeedFilter.None, cancellation));
        return (all.Count, all.Count(line => line.IsLate(now)));
    }

    private async Task<IReadOnlyList<OpenNeed>> DescribeAsync(IReadOnlyList<Need> needs, DateTimeOffset now, CancellationToken cancellation)
    {
        var free = await places.OfAsync(needs, cancellation);
        var ids = free.Keys.ToList();
        var tried = await TriedAsync(ids, cancellation);
        var deadlines = await Deadlines.InForceAsync(rules, now, cancellation);
        var reached = (await db.Set<Escalation>().AsNoTracking().Where(escalation => EF.Parameter(ids).Contains(escalation.NeedId)).ToListAsync(cancellation)).ToLookup(escalation => escalation.NeedId);
        var names = await facilities.FindAsync([.. needs.Select(need => need.Finess).Distinct()], cancellation);
        var carers = await inHand.OfAsync(ids, cancellation);
        return
        [
            .. needs.Where(need => free.ContainsKey(need.Id)).Select(need => new OpenNeed(
                need,
                names.GetValueOrDefault(need.Finess)?.Name ?? need.Finess.Printed,
                free[need.Id],
                deadlines.Of(need, free[need.Id].Since, EscalationStep.Coordinator),
                [.. reached[need.Id].Where(escalation => escalation.FreeSince == free[need.Id].Since).OrderBy(escalation => escalation.Step)],
                tried.GetValueOrDefault(need.Id) ?? Tried.Nothing,
                carers.GetValueOrDefault(need.Id))),
        ];
    }

    private async Task<Dictionary<NeedId, Tried>> TriedAsync(List<NeedId> ids, CancellationToken cancellation)
    {
        var offers = await db.Set<Offer>().AsNoTracking().Where(offer => EF.Parameter(ids).Contains(offer.NeedId) && !offer.CameForward)
            .GroupBy(offer => offer.NeedId)
            .Select(group => new
            {
                group.Key,
                Asked = group.Count(),
                Waiting = group.Count(offer => offer.State == OfferState.Waiting),
                No = group.Count(offer => offer.State == OfferState.Declined || offer.State == OfferState.Withdrawn),
            })
            .ToDictionaryAsync(row => row.Key, cancellation);
        var calls = await db.Set<NeedCall>().AsNoTracking().Where(call => EF.Parameter(ids).Contains(call.NeedId))
            .GroupBy(call => call.NeedId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        return ids.ToDictionary(
            id => id, id => offers.TryGetValue(id, out var row) ? new Tried(row.Asked, row.Waiting, row.No, calls.GetValueOrDefault(id)) : Tried.Nothing with { Calls = calls.GetValueOrDefault(id) });
    }
}

/// <param name="Profession">Only what looks for this profession.</param>
/// <param name="LateOnly">Only what should have been filled by now.</param>
internal sealed record OpenNeedFilter(Profession? Profession, bool LateOnly)
{
    public static OpenNeedFilter None { get; } = new(null, LateOnly: false);
}

/// <param name="DueAt">By when its free places should have been taken.</param>
/// <param name="Reached">Who was told that they were not.</param>
/// <param name="Carer">Who of the coordination looks after it, if anybody.</param>
internal sealed record OpenNeed(Need Need, string Facility, FreeNow Free, DateTimeOffset DueAt, IReadOnlyList<Escalation> Reached, Tried Tried, PersonName? Carer)
{
    public bool IsLate(DateTimeOffset now) => DueAt <= now;
}

/// <summary>What was done about a need so far.</summary>
/// <param name="Asked">People who were asked.</param>
/// <param name="Waiting">Those of them who have not answered.</param>
/// <param name="No">Those who said no or withdrew.</param>
/// <param name="Calls">Calls made.</param>
internal sealed record Tried(int Asked, int Waiting, int No, int Calls)
{
    public static Tried Nothing { get; } = new(0, 0, 0, 0);
}
