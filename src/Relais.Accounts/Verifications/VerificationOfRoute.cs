using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.Verifications;

/// <summary>A case lies where its subject lies.</summary>
internal sealed class VerificationOfRoute(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(route["id"] as string, out var id)
            ? (await db.Set<Verification>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancellation))?.Where
            : null;

    /// <summary>Any case, for the tests that open every page.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>?> ExampleAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<RelaisDb>();
        var found = await db.Set<Verification>().AsNoTracking().OrderBy(v => v.SubmittedAt).FirstOrDefaultAsync(cancellation);
        return found is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = found.Id.ToString() };
    }
}
