using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>Seals entries in batches, each seal holding the hash of the one before; <see cref="JournalAudit"/> checks them.</summary>
public sealed class JournalChain(RelaisDb db, TimeProvider clock)
{
    /// <summary>What the first seal has for the hash of the one before.</summary>
    internal const string Start = "relais";

    /// <summary>Seals what is waiting. Two nodes may try at once: the seal's number lets one through.</summary>
    /// <returns>How many entries were sealed.</returns>
    public Task<int> SealAsync(int most, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (db.Engine is Engine.Postgres)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7266)", cancellation);
            }

            var waiting = await db.Set<JournalEntry>().AsNoTracking()
                .Where(entry => entry.SealNumber == null).OrderBy(entry => entry.Id).Take(most).ToListAsync(cancellation);
            if (waiting.Count is 0)
            {
                return 0;
            }

            var last = await db.Set<JournalSeal>().AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancellation);
            var seal = Seal(last, waiting);
            db.Add(seal);
            await db.SaveChangesAsync(cancellation);

            var ids = waiting.ConvertAll(entry => entry.Id);
            return await db.Set<JournalEntry>().Where(entry => ids.Contains(entry.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SealNumber, seal.Number), cancellation);
        },
        cancellation);

    internal static string Hash(int number, int entries, string previous, string sealedAt, string roll) => JournalDigest.Of(
        ["seal", number.ToString(CultureInfo.InvariantCulture), entries.ToString(CultureInfo.InvariantCulture), previous, sealedAt, roll]);

    private JournalSeal Seal(JournalSeal? last, List<JournalEntry> entries)
    {
        var number = (last?.Number ?? 0) + 1;
        var previous = last?.Hash ?? Start;
        var roll = JournalRoll.Write(entries.Select(JournalRow.Of));
        var now = clock.GetUtcNow();
        return new JournalSeal
        {
            Number = number,
            Entries = entries.Count,
            PreviousHash = previous,
            Hash = Hash(number, entries.Count, previous, JournalRow.Printed(now), roll),
            SealedAt = now,
            Roll = roll,
        };
    }
}
