using Relais.Accounts.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Search;

/// <summary>The establishments that the person of this request may open: their own, or those of their territory.</summary>
internal sealed class SearchReach(ICurrentUser user, IScopeResolver places)
{
    /// <returns>Which establishments, or nothing when there is none.</returns>
    public async Task<Func<FacilitySummary, bool>?> FindAsync(CancellationToken cancellation)
    {
        if (!user.IsSignedIn || user.ScopesOf(Role.FacilityManager, Role.Coordinator) is not { Count: > 0 } scopes)
        {
            return null;
        }

        if (scopes.Contains(Scope.National))
        {
            return _ => true;
        }

        var own = scopes.OfType<Scope.Facility>().Select(scope => scope.Finess).ToHashSet(StringComparer.Ordinal);
        var communes = await places.CommunesOfAsync(scopes, cancellation);

        return facility => own.Contains(facility.Number.Value) || own.Contains(facility.Entity.Value) || communes.Contains(facility.Commune.Value);
    }
}
