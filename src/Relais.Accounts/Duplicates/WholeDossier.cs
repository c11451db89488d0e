using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;

namespace Relais.Accounts.Duplicates;

/// <summary>A person with the dossiers that were found to be theirs.</summary>
/// <param name="People">The one that is kept first.</param>
internal sealed record WholeDossier(IReadOnlyList<PersonId> People, IReadOnlyList<AccountId> Accounts);

internal sealed class WholeDossiers(RelaisDb db)
{
    public async Task<WholeDossier> FindAsync(PersonId person, CancellationToken cancellation)
    {
        var people = new List<PersonId> { person };
        for (var next = 0; next < people.Count; next++)
        {
            var at = people[next];
            people.AddRange(await db.Set<Person>().Where(absorbed => absorbed.AbsorbedBy == at).Select(absorbed => absorbed.Id).ToListAsync(cancellation));
        }

        return new WholeDossier(
            people, await db.Set<Account>().Where(account => people.Contains(account.PersonId)).Select(account => account.Id).ToListAsync(cancellation));
    }
}
