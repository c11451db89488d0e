using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Coordination;

/// <summary>Who of the coordination looks after a need, so that two do not call the same people.</summary>
internal sealed class InHand(RelaisDb db, IPeople people, JournalWriter journal, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<NeedId, PersonName>> OfAsync(IReadOnlyCollection<NeedId> needs, CancellationToken cancellation)
    {
        var rows = await db.Set<NeedInHand>().AsNoTracking().Where(row => EF.Parameter(needs).Contains(row.NeedId)).ToListAsync(cancellation);
        var names = await people.FindAsync([.. rows.Select(row => row.PersonId).Distinct()], cancellation);
        return rows.Where(row => names.ContainsKey(row.PersonId)).ToDictionary(row => row.NeedId, row => names[row.PersonId]);
    }

    /// <summary>Takes the need in hand; from whoever had it, for they may have gone home.</summary>
    public Task TakeAsync(NeedId need, PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var since = db.Parameter(clock.GetUtcNow());
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO need_in_hand (need_id, person_id, since) VALUES ({need.Value}, {person.Value}, {since})
                ON CONFLICT (need_id) DO UPDATE SET person_id = excluded.person_id, since = excluded.since WHERE need_in_hand.person_id <> excluded.person_id
                """,
                cancellation);
            journal.Record("need.taken_in_hand", "need", need.Value);
        },
        cancellation);

    /// <summary>Gives it back to everybody. Harmless when somebody else has taken it.</summary>
    public Task LeaveAsync(NeedId need, PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<NeedInHand>().Where(row => row.NeedId == need && row.PersonId == person).ExecuteDeleteAsync(cancellation) > 0)
            {
                journal.Record("need.left", "need", need.Value);
            }
        },
        cancellation);
}

internal sealed class NeedInHand
{
    public required NeedId NeedId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset Since { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<NeedInHand>
    {
        public void Configure(EntityTypeBuilder<NeedInHand> row)
        {
            row.HasKey(r => r.NeedId);
            row.Property(r => r.NeedId).HasConversion(id => id.Value, value => new NeedId(value));
        }
    }
}
