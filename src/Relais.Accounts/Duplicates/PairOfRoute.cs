using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Data;

namespace Relais.Accounts.Duplicates;

/// <summary>Where the first of two dossiers lies; the page asks for the second.</summary>
internal sealed class PairOfRoute(RelaisDb db, DossierDeciders deciders) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation) =>
        Guid.TryParse(Convert.ToString(route["first"], CultureInfo.InvariantCulture), out var id)
        && await db.Set<Person>().AnyAsync(person => person.Id == new PersonId(id), cancellation)
            ? await deciders.WhereAsync(new PersonId(id), cancellation)
            : null;

    public static async ValueTask<IReadOnlyDictionary<string, string>?> ExampleAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var people = await services.GetRequiredService<RelaisDb>().Set<Person>()
            .Where(person => person.AbsorbedBy == null && person.ErasedAt == null).OrderByDescending(person => person.Id).Take(2).ToListAsync(cancellation);
        return people is [var first, var second]
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["first"] = first.Id.ToString(), ["second"] = second.Id.ToString() }
            : null;
    }
}
