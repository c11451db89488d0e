using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.Duplicates;

/// <summary>A merger lies where the dossier that was kept does.</summary>
internal sealed class MergerOfRoute(RelaisDb db, DossierDeciders deciders) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(Convert.ToString(route["id"], CultureInfo.InvariantCulture), out var id)
        && await db.Set<Merger>().AsNoTracking().SingleOrDefaultAsync(merger => merger.Id == id, cancellation) is { } merger
            ? await deciders.WhereAsync(merger.KeptId, cancellation)
            : null;

    public static async ValueTask<IReadOnlyDictionary<string, string>?> ExampleAsync(IServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<RelaisDb>().Set<Merger>().OrderBy(merger => merger.Id).Select(merger => (Guid?)merger.Id).FirstOrDefaultAsync(cancellation) is { } id
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() }
            : null;
}
