using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Coordination;

/// <summary>The needs that lack somebody, for who takes a place or an establishment over.</summary>
internal sealed class NeedsUnderWay(NeedsInScope reach, FreePlaces places, IFacilities facilities, NeedText text, Words t, TimeProvider clock) : IWorkUnderWay
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WorkUnderWay>> OfAsync(Role role, Scope scope, CancellationToken cancellation)
    {
        if (role is not (Role.Coordinator or Role.FacilityManager))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var needs = await (await reach.OfAsync([scope], cancellation))
            .Where(need => need.State == NeedState.Open && need.EndsAt > now)
            .OrderBy(need => need.StartsAt).Take(Most).ToListAsync(cancellation);
        var free = await places.OfAsync(needs, cancellation);
        var names = await facilities.FindAsync([.. needs.Select(need => need.Finess).Distinct()], cancellation);
        return
        [
            .. needs.Where(need => free.ContainsKey(need.Id)).Select(need => new WorkUnderWay(
                $"{t[need.Cell.Label]}, {names.GetValueOrDefault(need.Finess)?.Name ?? need.Finess.Printed}, {text.When(need)}", $"/besoins/{need.Id}")),
        ];
    }
}
