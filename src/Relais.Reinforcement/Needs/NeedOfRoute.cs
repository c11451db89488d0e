using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>A need lies in its establishment, and in the commune of it.</summary>
internal sealed class NeedOfRoute(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation)
    {
        if (!Guid.TryParse(route["id"] as string, out var value))
        {
            return null;
        }

        var id = new NeedId(value);
        return (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(need => need.Id == id, cancellation))?.Place;
    }
}
