using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Reinforcement.Series;

/// <summary>A series lies where its establishment does.</summary>
internal sealed class SeriesOfRoute(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(route["id"] as string, out var id)
            ? await db.Set<NeedSeries>().AsNoTracking().Where(series => series.Id == id)
                .Select(series => new Resource { Finess = series.Finess.Value, Commune = series.CommuneCode.Value })
                .SingleOrDefaultAsync(cancellation)
            : null;
}
