using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Coordination;

/// <summary>The needs that lie where a role reaches, narrowed before anything is cut off: those of elsewhere would push them out.</summary>
internal sealed class NeedsInScope(RelaisDb db, ICurrentUser user, IScopeResolver places, IFacilities facilities)
{
    /// <summary>Where the current user coordinates: the nation for the national centre.</summary>
    public Task<IQueryable<Need>> CoordinatedAsync(CancellationToken cancellation) =>
        OfAsync(user.ScopesOf(Role.Coordinator, Role.NationalCrisisCentre), cancellation);

    /// <summary>In any of these scopes; those of a legal entity are those of its sites too.</summary>
    public async Task<IQueryable<Need>> OfAsync(IReadOnlyList<Scope> scopes, CancellationToken cancellation)
    {
        var needs = db.Set<Need>().AsNoTracking();
        if (scopes.Contains(Scope.National))
        {
            return needs;
        }

        var given = scopes.OfType<Scope.Facility>().Select(scope => Finess.Stored(scope.Finess)).ToList();
        var numbers = given.Count is 0 ? given : [.. given.Union((await facilities.WithSitesAsync(given, cancellation)).Select(facility => facility.Number))];
        var codes = (await places.CommunesOfAsync(scopes, cancellation)).Select(CommuneCode.Stored).ToList();
        return needs.Where(need => EF.Parameter(numbers).Contains(need.Finess) || EF.Parameter(codes).Contains(need.CommuneCode));
    }
}
