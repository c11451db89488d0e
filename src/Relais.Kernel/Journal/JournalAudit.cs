using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>The hash that a seal had once, written down outside the database.</summary>
public sealed record KnownSeal(int Number, string Hash);

/// <summary>Reads the journal of each database from end to end, one seal in memory at a time, and names what was changed.</summary>
public sealed class JournalAudit(DatabaseCatalog databases)
{
    /// <param name="known">A seal of the main database of which the hash is known from elsewhere.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<JournalReport>> VerifyAsync(KnownSeal? known, CancellationToken cancellation)
    {
        var reports = new List<JournalReport>();
        foreach (var database in databases.All.Where(database => database.HasJournal))
        {
            reports.Add(await VerifyAsync(database, database.Name is Database.Main ? known : null, cancellation));
        }

        return reports;
    }

    private static async Task<JournalReport> VerifyAsync(Database database, KnownSeal? known, CancellationToken cancellation)
    {
        await using var snapshot = await Snapshot.OpenAsync(database, cancellation);
        var reading = new JournalReading(snapshot);
        var findings = new JournalFindings(await reading.DigestsSinceAsync(cancellation));
        StoredSeal? last = null;
        while (await reading.SealAfterAsync(last?.Number ?? 0, cancellation) is { } seal)
        {
            findings.Follow(last, seal, known);
            await findings.CompareAsync(seal, reading.EntriesOfAsync(seal.Number, cancellation));
            last = seal;
        }

        if (known is not null && known.Number > (last?.Number ?? 0))
        {
            findings.Add(new JournalBreak(JournalFault.SealRemoved, known.Number));
        }

        foreach (var number in await reading.SealsMissingAfterAsync(last?.Number ?? 0, cancellation))
        {
            findings.Add(new JournalBreak(JournalFault.SealRemoved, number));
        }

        await foreach (var row in reading.WaitingAsync(cancellation))
        {
            findings.CheckWaiting(row);
        }

        return new JournalReport(
            database.Name, findings.Entries, findings.Waiting, last?.Number ?? 0, last?.Hash ?? JournalChain.Start, findings.First, findings.Count);
    }
}
