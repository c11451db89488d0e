using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.MyData;

/// <summary>The copy that a person takes away (RGPD, art. 15 and 20).</summary>
internal static class CopyEndpoint
{
    public const string Route = "/mon-compte/donnees/copie.json";

    public static void MapPersonalCopy(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(
        Route,
        async (ICurrentUser user, PersonalCopy copy, RelaisDb db, JournalWriter journal, CancellationToken cancellation) =>
        {
            journal.Record("person.copied", "person", user.Person.Value);
            await db.SaveChangesAsync(cancellation);
            return Results.Stream(output => copy.WriteAsync(user.Person, output, cancellation), "application/json", "mes-donnees-relais.json");
        }).ExcludeFromDescription();
}
