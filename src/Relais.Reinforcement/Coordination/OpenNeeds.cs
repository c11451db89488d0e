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
    RelaisDb db, NeedsInScope reach, IFacilities facilities, FreePlaces places, InHand inHand, DatedRules rules, TimeProvider clock)
{
    /// <summary>Those shown at once.</summary>
    public const int Most = 200;

    /// <returns>The first of them, and how many there are.</returns>
    public async Task<(IReadOnlyList<OpenNeed> First, int All)> ListAsync(OpenNeedFilter filter, int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var wanted = (await StandingAsync(await OpenAsync(now, cancellation), now, cancellation))
            .Where(one => (filter.Profession is null || one.Need.Cell.Profession == filter.Profession) && (!filter.LateOnly || one.DueAt <= now))
            .OrderBy(one => one.DueAt).ToList();
        return (await DescribeAsync([.. wanted.Take(most)], cancellation), wanted.Count);
    }

    /// <summary>One of them; nothing when no place of it is free.</summary>
    public async Task<OpenNeed?> FindAsync(Need need, CancellationToken cancellation) =>
        await DescribeAsync(await StandingAsync([need], clock.GetUtcNow(), cancellation), cancellation) is [var found] ? found : null;

    /// <summary>How many there are, and how many of them are late.</summary>
    public async Task<(int All, int Late)> CountAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var all = await StandingAsync(await OpenAsync(now, cancellation), now, cancellation);
        return (all.Count, all.Count(one => one.DueAt <= now));
    }

    private async Task<List<Need>> OpenAsync(DateTimeOffset now, CancellationToken cancellation) =>
        await (await reach.CoordinatedAsync(cancellation)).Where(need => need.State == NeedState.Open && need.EndsAt > now).ToListAsync(cancellation);

    /// <summary>Those with a free place, and by when it should have been taken: what orders them, before anything else is read.</summary>
    private async Task<IReadOnlyList<Standing>> StandingAsync(IReadOnlyList<Need> needs, DateTimeOffset now, CancellationToken cancellation)
    {
        var free = await places.OfAsync(needs, cancellation);
        var deadlines = await Deadlines.InForceAsync(rules, now, cancellation);
        return [.. needs.Where(need => free.ContainsKey(need.Id)).Select(need => new Standing(need, free[need.Id], deadlines.Of(need, free[need.Id].Since, EscalationStep.Coordinator)))];
    }

    private async Task<IReadOnlyList<OpenNeed>> DescribeAsync(IReadOnlyList<Standing> needs, CancellationToken cancellation)
    {
        var ids = needs.Select(one => one.Need.Id).ToList();
        var tried = await TriedAsync(ids, cancellation);
        var reached = (await db.Set<Escalation>().AsNoTracking().Where(escalation => EF.Parameter(ids).Contains(escalation.NeedId)).ToListAsync(cancellation)).ToLookup(escalation => escalation.NeedId);
        var names = await facilities.FindAsync([.. needs.Select(one => one.Need.Finess).Distinct()], cancellation);
        var carers = await inHand.OfAsync(ids, cancellation);
        return
        [
            .. needs.Select(one => new OpenNeed(
                one.Need,
                names.GetValueOrDefault(one.Need.Finess)?.Name ?? one.Need.Finess.Printed,
                one.Free,
                one.DueAt,
                [.. reached[one.Need.Id].Where(escalation => escalation.FreeSince == one.Free.Since).OrderBy(escalation => escalation.Step)],
                tried[one.Need.Id],
                carers.GetValueOrDefault(one.Need.Id))),
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

    private sealed record Standing(Need Need, FreeNow Free, DateTimeOffset DueAt);
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
