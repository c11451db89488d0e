using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>A plan lies in the territory for which it was made.</summary>
internal sealed class PlanOfRoute(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(route["id"] as string, out var id)
        && await db.Set<RegionPlan>().Where(plan => plan.Id == id).Select(plan => plan.Scope).SingleOrDefaultAsync(cancellation) is { } scope
            ? Scope.Parse(scope) is Scope.Territory territory ? Resource.OfTerritory(territory.Code) : Resource.OfTheNation
            : null;
}
