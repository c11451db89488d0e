using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Coordination.Lateness;

/// <param name="Count">How many places nobody holds.</param>
/// <param name="Since">Since when the first of them has been free.</param>
internal sealed record FreeNow(int Count, DateTimeOffset Since);

/// <summary>Which places nobody holds, and since when: those given back count from then.</summary>
internal sealed class FreePlaces(RelaisDb db)
{
    /// <returns>Those of these needs, published, that have a free place.</returns>
    public async Task<IReadOnlyDictionary<NeedId, FreeNow>> OfAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellation)
    {
        var ids = needs.Select(need => need.Id).ToList();
        var held = (await db.Set<Assignment>().AsNoTracking().Where(assignment => EF.Parameter(ids).Contains(assignment.NeedId))
            .Select(assignment => new { assignment.NeedId, assignment.PlaceNumber, assignment.ReleasedAt }).ToListAsync(cancellation))
            .ToLookup(assignment => (assignment.NeedId, assignment.PlaceNumber), assignment => assignment.ReleasedAt);
        var free = new Dictionary<NeedId, FreeNow>();
        foreach (var need in needs)
        {
            var since = Enumerable.Range(1, need.HeadCount).Select(number => held[(need.Id, number)]).Where(releases => releases.All(release => release is not null))
                .Select(releases => releases.Max() ?? need.PublishedAt!.Value).ToList();
            if (since.Count > 0)
            {
                free[need.Id] = new FreeNow(since.Count, since.Min());
            }
        }

        return free;
    }
}
