using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;
using Relais.Reinforcement.Coordination;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Day;

/// <summary>A need that touches a day, and how many of its places nobody holds.</summary>
internal sealed record NeedOfDay(Need Need, int Free)
{
    /// <summary>Whether part of the shift lies in that day, on the clocks of the place: a night lies in two.</summary>
    public bool Touches(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Need.TimeZone);
        return Need.StartsAt < PlaceTime.Midnight(day.AddDays(1), zone) && Need.EndsAt > PlaceTime.Midnight(day, zone);
    }
}

/// <summary>
/// The needs of some days where the reader answers for them: those published and not cancelled, and the dates of a series
/// that publish themselves later. A draft that waits for its manager is nobody else's concern yet.
/// </summary>
internal sealed class DayNeeds(NeedsInScope reach, FreePlaces places, ICurrentUser user, IScopeResolver territories, TimeProvider clock)
{
    public static IReadOnlyList<Role> Readers { get; } = [Role.Coordinator, Role.NationalCrisisCentre, Role.Planner];

    // The clocks of the earth are at most so far from those of Greenwich.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(14);
    private static readonly TimeSpan Behind = TimeSpan.FromHours(12);

    /// <summary>Today on the clocks of the reader's territory; those of Paris where it has several.</summary>
    public async Task<DateOnly> TodayAsync(CancellationToken cancellation)
    {
        var communes = await territories.CommunesOfAsync(user.ScopesOf(Readers), cancellation);
        var zones = communes.Select(code => CommuneTimeZones.Of(CommuneCode.Stored(code))).Distinct().Take(2).ToList();
        return PlaceTime.DayOf(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zones is [var only] ? only : CommuneTimeZones.Metropolitan));
    }

    /// <param name="first">The first day.</param>
    /// <param name="days">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those that touch one of these days somewhere, full ones included, in the order in which they begin.</returns>
    public async Task<IReadOnlyList<NeedOfDay>> FromAsync(DateOnly first, int days, CancellationToken cancellation)
    {
        var from = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero) - Ahead;
        var to = new DateTimeOffset(first.AddDays(days), TimeOnly.MinValue, TimeSpan.Zero) + Behind;
        var needs = await (await reach.OfAsync(user.ScopesOf(Readers), cancellation))
            .Where(need => need.StartsAt < to && need.EndsAt > from)
            .Where(need => (need.PublishedAt != null && need.State != NeedState.Draft && need.State != NeedState.Cancelled) || (need.State == NeedState.Draft && need.PublishAt != null))
            .OrderBy(need => need.StartsAt).ThenBy(need => need.Id).ToListAsync(cancellation);
        var free = await places.OfAsync([.. needs.Where(need => need.State is not NeedState.Draft)], cancellation);
        return [.. needs.Select(need => new NeedOfDay(need, need.State is NeedState.Draft ? need.HeadCount : free.GetValueOrDefault(need.Id)?.Count ?? 0))];
    }
}
