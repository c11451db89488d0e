using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Accounts.Rights;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;

namespace Relais.Accounts.Duplicates;

/// <summary>What makes two dossiers look like one person's.</summary>
internal enum Resemblance
{
    /// <summary>Names alike at one address. A couple that shares an address has two names.</summary>
    SameAddress,

    /// <summary>The same name in the same commune.</summary>
    SameNameAndPlace,
}

internal sealed record Lookalike(PersonName First, PersonName Second, Resemblance Why);

/// <summary>Finds dossiers that may be one person's; people decide.</summary>
internal sealed class Lookalikes(RelaisDb db, ICurrentUser user, IEnumerable<IPersonRoom> rooms, ICurrentActor actor, JournalWriter journal, TimeProvider clock)
{
    public static readonly IReadOnlyList<Role> Deciders = [Role.Administrator, Role.Coordinator];

    /// <summary>More than this are looked at once these are decided.</summary>
    private const int Most = 500;

    /// <summary>The pairs that the current user may decide on.</summary>
    public async Task<IReadOnlyList<Lookalike>> ListAsync(CancellationToken cancellation)
    {
        var pairs = await PairsAsync(cancellation);
        var people = await PeopleAsync(pairs, cancellation);
        var homes = await HomesAsync([.. people.Keys], cancellation);
        var found = pairs
            .Select(pair => (First: people[new PersonId(pair.FirstId)], Second: people[new PersonId(pair.SecondId)], pair.Why))
            .Where(pair => pair.Why is Resemblance.SameAddress
                ? Likeness.AreAlike(pair.First.SearchKey, pair.Second.SearchKey)
                : homes.GetValueOrDefault(pair.First.Id) is { } home && home == homes.GetValueOrDefault(pair.Second.Id))
            .OrderBy(pair => pair.Why)
            .DistinctBy(pair => (pair.First.Id, pair.Second.Id));
        var mine = await DecidableAsync(people.Keys, homes, cancellation);
        return [.. found.Where(pair => mine.Contains(pair.First.Id) && mine.Contains(pair.Second.Id)).Select(pair => new Lookalike(NameOf(pair.First), NameOf(pair.Second), pair.Why))];
    }

    /// <summary>Where the dossier lies, for the judgement of who may look at it.</summary>
    public async Task<Resource> WhereAsync(PersonId person, CancellationToken cancellation) => ResourceOf(person, await HomesAsync([person], cancellation));

    /// <summary>
    /// Those of these people on whose dossier the current user may decide: never on one's own, and only an administrator on
    /// that of somebody with a right over others, which would pass to whom the dossier is given.
    /// </summary>
    public async Task<IReadOnlySet<PersonId>> DecidableAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        await DecidableAsync(people, await HomesAsync(people, cancellation), cancellation);

    /// <summary>They are two people: they are not shown again. Saying it twice is harmless.</summary>
    public Task TellApartAsync(PersonId one, PersonId other, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var (first, second) = InOrder(one, other);
            if (!await db.Set<DistinctPeople>().AnyAsync(pair => pair.FirstId == first && pair.SecondId == second, cancellation))
            {
                db.Add(new DistinctPeople { FirstId = first, SecondId = second, SaidAt = clock.GetUtcNow(), SaidBy = actor.AccountId is { } id ? new AccountId(id) : null });
                journal.Record("person.told_apart", "person", first.Value, $"from={second}");
            }
        },
        cancellation);

    /// <summary>As text compares, which is how both engines order ids.</summary>
    private static (PersonId First, PersonId Second) InOrder(PersonId one, PersonId other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);

    /// <summary>Two indexes walked once each; what the places and the spelling say is judged after.</summary>
    private Task<List<Pair>> PairsAsync(CancellationToken cancellation) => db.Database.SqlQuery<Pair>(
        $"""
         SELECT first_id AS "FirstId", second_id AS "SecondId", why AS "Why" FROM (
             SELECT one.person_id AS first_id, other.person_id AS second_id, {(int)Resemblance.SameAddress} AS why
             FROM contact_address one JOIN contact_address other ON other.value = one.value AND other.kind = one.kind AND other.person_id > one.person_id
             UNION
             SELECT one.id, other.id, {(int)Resemblance.SameNameAndPlace}
             FROM person one JOIN person other ON other.search_key = one.search_key AND other.id > one.id AND one.search_key <> ''
         ) pair
         WHERE NOT EXISTS (SELECT 1 FROM person gone WHERE gone.id IN (pair.first_id, pair.second_id) AND (gone.absorbed_by IS NOT NULL OR gone.erased_at IS NOT NULL))
           AND NOT EXISTS (SELECT 1 FROM distinct_people apart WHERE apart.first_id = pair.first_id AND apart.second_id = pair.second_id)
         ORDER BY 3, 1, 2
         LIMIT {Most}
         """).ToListAsync(cancellation);

    private async Task<Dictionary<PersonId, Person>> PeopleAsync(List<Pair> pairs, CancellationToken cancellation)
    {
        var ids = pairs.SelectMany(pair => new[] { new PersonId(pair.FirstId), new PersonId(pair.SecondId) }).Distinct().ToList();
        return await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
    }

    private async Task<IReadOnlyDictionary<PersonId, string>> HomesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
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

    private async Task<IReadOnlySet<PersonId>> DecidableAsync(
        IReadOnlyCollection<PersonId> people, IReadOnlyDictionary<PersonId, string> homes, CancellationToken cancellation)
    {
        var powerful = user.Has(Role.Administrator) ? [] : await PowerfulAsync(people, cancellation);
        var mine = new HashSet<PersonId>();
        foreach (var person in people.Where(person => person != user.Person && !powerful.Contains(person)))
        {
            if (await user.MayAsync(ResourceOf(person, homes), cancellation, Deciders))
            {
                mine.Add(person);
            }
        }

        return mine;
    }

    /// <summary>Those of them who hold, or held, a role over others.</summary>
    private async Task<HashSet<PersonId>> PowerfulAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        [.. await db.Set<HeldRole>().Where(role => role.Role != Role.Volunteer)
            .Join(db.Set<Account>().Where(account => people.Contains(account.PersonId)), role => role.AccountId, account => account.Id, (_, account) => account.PersonId)
            .Distinct().ToListAsync(cancellation)];

    private static Resource ResourceOf(PersonId person, IReadOnlyDictionary<PersonId, string> homes) =>
        homes.TryGetValue(person, out var commune) ? Resource.OfCommune(commune) : Resource.OfTheNation;

    private static PersonName NameOf(Person person) => new(person.Id, person.FirstName, person.LastName, person.Language);

    private sealed record Pair(Guid FirstId, Guid SecondId, Resemblance Why);
}
