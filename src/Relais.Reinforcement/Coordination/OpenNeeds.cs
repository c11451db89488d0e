using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Board;

/// <summary>What is not filled in the territory of who asks, the most pressing first.</summary>
internal sealed class OpenNeeds(RelaisDb db, ICurrentUser user, IFacilities facilities, IScopeResolver places, TimeProvider clock)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OpenNeed>> ListAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = await (await InScopeAsync(cancellation))
            .Where(need => need.State == NeedState.Open && need.EndsAt > now)
            .OrderBy(need => need.StartsAt).Take(Most)
            .Select(need => new
            {
                Need = need,
                Held = db.Set<Assignment>().Count(a => a.NeedId == need.Id && a.ReleasedAt == null),
                Asked = db.Set<Offer>().Count(o => o.NeedId == need.Id && !o.CameForward),
            })
            .ToListAsync(cancellation);

        var names = await facilities.FindAsync([.. rows.Select(row => row.Need.Finess).Distinct()], cancellation);
        return rows.ConvertAll(row => new OpenNeed(row.Need, names.GetValueOrDefault(row.Need.Finess)?.Name ?? row.Need.Finess.Printed, row.Held, row.Asked));
    }

    /// <summary>Narrowed before it is cut off: the needs of the rest of the country would push out those of the territory.</summary>
    private async Task<IQueryable<Need>> InScopeAsync(CancellationToken cancellation)
    {
        var needs = db.Set<Need>().AsNoTracking();
        var scopes = user.ScopesOf(Role.Coordinator, Role.NationalCrisisCentre);
        if (scopes.Contains(Scope.National))
        {
            return needs;
        }

        var communes = await places.CommunesOfAsync(scopes, cancellation);

        var codes = communes.Select(CommuneCode.Stored).ToList();
        return needs.Where(need => EF.Parameter(codes).Contains(need.CommuneCode));
    }
}

internal sealed record OpenNeed(Need Need, string Facility, int Held, int Asked);
