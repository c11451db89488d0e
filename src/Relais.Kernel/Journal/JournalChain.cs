using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>The first place where the journal no longer agrees with its seals.</summary>
/// <param name="SealNumber">The batch in which it is.</param>
/// <param name="Reason">What disagrees, in plain words.</param>
public sealed record JournalBreak(int SealNumber, string Reason);

/// <summary>Seals entries in batches, each seal holding the hash of the one before, and checks them.</summary>
public sealed class JournalChain(RelaisDb db, TimeProvider clock)
{
    private const string Start = "relais";

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
            var seal = new JournalSeal
            {
                Number = (last?.Number ?? 0) + 1,
                Entries = waiting.Count,
                PreviousHash = last?.Hash ?? Start,
                Hash = Hash(last?.Hash ?? Start, waiting),
                SealedAt = clock.GetUtcNow(),
            };
            db.Add(seal);
            await db.SaveChangesAsync(cancellation);

            var ids = waiting.ConvertAll(entry => entry.Id);
            return await db.Set<JournalEntry>().Where(entry => ids.Contains(entry.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SealNumber, seal.Number), cancellation);
        },
        cancellation);

    /// <summary>Recomputes every seal.</summary>
    /// <returns>The first disagreement, or nothing where the journal is whole.</returns>
    public async Task<JournalBreak?> VerifyAsync(CancellationToken cancellation)
    {
        var previous = Start;
        var number = 0;
        var last = await db.Set<JournalSeal>().MaxAsync(seal => (int?)seal.Number, cancellation) ?? 0;
        while (number < last)
        {
            number++;
            var seal = await db.Set<JournalSeal>().AsNoTracking().SingleOrDefaultAsync(seal => seal.Number == number, cancellation);
            if (seal is null || seal.PreviousHash != previous)
            {
                return new JournalBreak(number, "a seal is missing or out of order");
            }

            var entries = await db.Set<JournalEntry>().AsNoTracking()
                .Where(entry => entry.SealNumber == seal.Number).OrderBy(entry => entry.Id).ToListAsync(cancellation);
            if (entries.Count != seal.Entries)
            {
                return new JournalBreak(number, $"{seal.Entries} entries were sealed, {entries.Count} are there");
            }

            if (Hash(previous, entries) != seal.Hash)
            {
                return new JournalBreak(number, "an entry was altered");
            }

            previous = seal.Hash;
        }

        return null;
    }

    private static string Hash(string previous, IEnumerable<JournalEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previous);

        // Each engine sorts ids its own way; the hash uses one order for all.
        foreach (var entry in entries.OrderBy(entry => entry.Id.ToString(), StringComparer.Ordinal))
        {
            Append(hash, entry.Id.ToString());
            Append(hash, entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            Append(hash, entry.AccountId?.ToString());
            Append(hash, entry.Means);
            Append(hash, entry.Action);
            Append(hash, entry.SubjectKind);
            Append(hash, entry.SubjectId);
            Append(hash, entry.Detail);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Length first, so that two fields can never be read as one another.</summary>
    private static void Append(IncrementalHash hash, string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
        hash.AppendData(bytes);
    }
}
