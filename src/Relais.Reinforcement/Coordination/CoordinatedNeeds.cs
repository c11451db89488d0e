using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Coordination;

/// <summary>The needs that lie where the current user coordinates: those of the nation for the national centre.</summary>
internal sealed class CoordinatedNeeds(RelaisDb db, ICurrentUser user, IScopeResolver scopes)
{
    /// <summary>Narrowed before anything is cut off: the needs of the rest of the country would push out those of the territory.</summary>
    public async Task<IQueryable<Need>> InScopeAsync(CancellationToken cancellation)
    {
        var needs = db.Set<Need>().AsNoTracking();
        var mine = user.ScopesOf(Role.Coordinator, Role.NationalCrisisCentre);
        if (mine.Contains(Scope.National))
        {
            return needs;
        }

        var codes = (await scopes.CommunesOfAsync(mine, cancellation)).Select(CommuneCode.Stored).ToList();
        return needs.Where(need => EF.Parameter(codes).Contains(need.CommuneCode));
    }
}
