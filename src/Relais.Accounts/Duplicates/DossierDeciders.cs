using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;

namespace Relais.Accounts.Duplicates;

/// <summary>Who may decide whether two dossiers are one person's: those who cover the place where the person lives.</summary>
internal sealed class DossierDeciders(RelaisDb db, ICurrentUser user, IEnumerable<IPersonRoom> rooms)
{
    public static readonly IReadOnlyList<Role> Roles = [Role.Administrator, Role.Coordinator];

    /// <summary>Where the dossier lies, for the judgement of who may look at it.</summary>
    public async Task<Resource> WhereAsync(PersonId person, CancellationToken cancellation) => ResourceOf(person, await HomesAsync([person], cancellation));

    /// <summary>
    /// Those of these people on whose dossier the current user may decide: never on one's own, and only an administrator on
    /// that of somebody with a right over others, which would pass to whom the dossier is given.
    /// </summary>
    public async Task<IReadOnlySet<PersonId>> DecidableAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        await DecidableAsync(people, await HomesAsync(people, cancellation), cancellation);

    /// <summary>The same where it is known already where they live.</summary>
    public async Task<IReadOnlySet<PersonId>> DecidableAsync(
        IReadOnlyCollection<PersonId> people, IReadOnlyDictionary<PersonId, string> homes, CancellationToken cancellation)
    {
        var powerful = user.Has(Role.Administrator) ? [] : await PowerfulAsync(people, cancellation);
        var mine = new HashSet<PersonId>();
        foreach (var person in people.Where(person => person != user.Person && !powerful.Contains(person)))
        {
            if (await user.MayAsync(ResourceOf(person, homes), cancellation, Roles))
            {
                mine.Add(person);
            }
        }

        return mine;
    }

    /// <summary>The commune where each lives, of those of whom a room knows it.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> HomesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        var homes = new Dictionary<PersonId, string>();
        foreach (var room in rooms)
        {
            foreach (var (person, commune) in await room.HomesAsync(people, cancellation))
            {
                homes.TryAdd(person, commune);
            }
        }

        return homes;
    }

    /// <summary>Those of them who hold, or held, a role over others.</summary>
    private async Task<HashSet<PersonId>> PowerfulAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        [.. await db.Set<HeldRole>().Where(role => role.Role != Role.Volunteer)
            .Join(db.Set<Account>().Where(account => people.Contains(account.PersonId)), role => role.AccountId, account => account.Id, (_, account) => account.PersonId)
            .Distinct().ToListAsync(cancellation)];

    private static Resource ResourceOf(PersonId person, IReadOnlyDictionary<PersonId, string> homes) =>
        homes.TryGetValue(person, out var commune) ? Resource.OfCommune(commune) : Resource.OfTheNation;
}
