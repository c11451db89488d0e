using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Coordination;

/// <summary>The needs that lack somebody, for who takes a place or an establishment over.</summary>
internal sealed class NeedsUnderWay(RelaisDb db, FreePlaces places, IFacilities facilities, IScopeResolver scopes, NeedText text, Words t, TimeProvider clock) : IWorkUnderWay
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WorkUnderWay>> OfAsync(Role role, Scope scope, CancellationToken cancellation)
    {
        if (role is not (Role.Coordinator or Role.FacilityManager))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var needs = await (await InScopeAsync(scope, cancellation))
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

    private async Task<IQueryable<Need>> InScopeAsync(Scope scope, CancellationToken cancellation)
    {
        var needs = db.Set<Need>().AsNoTracking();
        if (scope is Scope.Facility facility)
        {
            var finess = Finess.Stored(facility.Finess);
            return needs.Where(need => need.Finess == finess);
        }

        var codes = (await scopes.CommunesOfAsync([scope], cancellation)).Select(CommuneCode.Stored).ToList();
        return needs.Where(need => EF.Parameter(codes).Contains(need.CommuneCode));
    }
}
