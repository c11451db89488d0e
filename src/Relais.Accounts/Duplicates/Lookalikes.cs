using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
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
internal sealed class Lookalikes(RelaisDb db, IPeople people, DossierDeciders deciders, ICurrentActor actor, JournalWriter journal, TimeProvider clock)
{
    /// <summary>Those shown at once; the next come when these are decided.</summary>
    public const int Most = 200;

    /// <summary>The pairs that the current user may decide on.</summary>
    public async Task<IReadOnlyList<Lookalike>> ListAsync(int most, CancellationToken cancellation)
    {
        var pairs = await PairsAsync(cancellation);
        var homes = await deciders.HomesAsync([.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()], cancellation);
        var alike = pairs
            .Where(pair => pair.Why is Resemblance.SameAddress
                ? Likeness.AreAlike(pair.FirstKey, pair.SecondKey)
                : homes.GetValueOrDefault(pair.First) is { } home && home == homes.GetValueOrDefault(pair.Second))
            .DistinctBy(pair => (pair.First, pair.Second));
        var shown = new List<Pair>();
        foreach (var some in alike.Chunk(Most))
        {
            var mine = await deciders.DecidableAsync([.. some.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()], homes, cancellation);
            shown.AddRange(some.Where(pair => mine.Contains(pair.First) && mine.Contains(pair.Second)));
            if (shown.Count >= most)
            {
                break;
            }
        }

        var names = await people.FindAsync([.. shown.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()], cancellation);
        return [.. shown.Take(most).Select(pair => new Lookalike(names[pair.First], names[pair.Second], pair.Why))];
    }

    /// <summary>They are two people: they are not shown again. Saying it twice is harmless.</summary>
    public Task TellApartAsync(PersonId one, PersonId other, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var (first, second) = InOrder(one, other);
            if (!await db.Set<DistinctPeople>().AnyAsync(pair => pair.FirstId == first && pair.SecondId == second, cancellation))
            {
                db.Add(new DistinctPeople { FirstId = first, SecondId = second, SaidAt = clock.GetUtcNow(), SaidBy = actor.Account() });
                journal.Record("person.told_apart", "person", first.Value, $"from={second}");
            }
        },
        cancellation);

    /// <summary>As text compares, which is how both engines order ids.</summary>
    private static (PersonId First, PersonId Second) InOrder(PersonId one, PersonId other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);

    /// <summary>
    /// Two indexes walked once each, those at one address first; what the places and the spelling say is judged after. All
    /// of them: how many are only namesakes is not known before.
    /// </summary>
    private Task<List<Pair>> PairsAsync(CancellationToken cancellation) => db.Database.SqlQuery<Pair>(
        $"""
         SELECT pair.first_id AS "FirstId", pair.second_id AS "SecondId", pair.why AS "Why", one.search_key AS "FirstKey", other.search_key AS "SecondKey"
         FROM (
             SELECT one.person_id AS first_id, other.person_id AS second_id, {(int)Resemblance.SameAddress} AS why
             FROM contact_address one JOIN contact_address other ON other.value = one.value AND other.kind = one.kind AND other.person_id > one.person_id
             UNION
             SELECT one.id, other.id, {(int)Resemblance.SameNameAndPlace}
             FROM person one JOIN person other ON other.search_key = one.search_key AND other.id > one.id AND one.search_key <> ''
         ) pair
         JOIN person one ON one.id = pair.first_id AND one.absorbed_by IS NULL AND one.erased_at IS NULL
         JOIN person other ON other.id = pair.second_id AND other.absorbed_by IS NULL AND other.erased_at IS NULL
         WHERE NOT EXISTS (SELECT 1 FROM distinct_people apart WHERE apart.first_id = pair.first_id AND apart.second_id = pair.second_id)
         ORDER BY 3, 1, 2
         """).ToListAsync(cancellation);

    private sealed record Pair(Guid FirstId, Guid SecondId, Resemblance Why, string FirstKey, string SecondKey)
    {
        public PersonId First => new(FirstId);

        public PersonId Second => new(SecondId);
    }
}
