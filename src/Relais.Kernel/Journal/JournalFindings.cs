namespace Relais.Kernel.Journal;

/// <summary>Judges what is read, and keeps the first faults: a journal that somebody emptied would fill the memory with them.</summary>
/// <param name="digestsSince">Lines from then on bear a digest.</param>
internal sealed class JournalFindings(string digestsSince)
{
    private const int MostKept = 100;
    private readonly List<JournalBreak> _first = [];

    public IReadOnlyList<JournalBreak> First => _first;

    public long Count { get; private set; }

    public long Entries { get; private set; }

    public long Waiting { get; private set; }

    public void Add(JournalBreak fault)
    {
        Count++;
        if (_first.Count < MostKept)
        {
            _first.Add(fault);
        }
    }

    /// <summary>Whether this seal is the next of the chain. Of two seals that no longer fit, the earlier was rewritten: the later kept its hash.</summary>
    public void Follow(StoredSeal? last, StoredSeal seal, KnownSeal? known)
    {
        for (var missing = (last?.Number ?? 0) + 1; missing < seal.Number && missing - (last?.Number ?? 0) <= MostKept; missing++)
        {
            Add(new JournalBreak(JournalFault.SealRemoved, missing));
        }

        if (seal.Number == (last?.Number ?? 0) + 1 && seal.PreviousHash != (last?.Hash ?? JournalChain.Start) && IsIntact(seal))
        {
            Add(new JournalBreak(JournalFault.SealAltered, last?.Number ?? seal.Number));
        }

        if (!IsIntact(seal) || (known?.Number == seal.Number && known.Hash != seal.Hash))
        {
            Add(new JournalBreak(JournalFault.SealAltered, seal.Number));
        }
    }

    public async Task CompareAsync(StoredSeal seal, IAsyncEnumerable<JournalRow> rows)
    {
        if (seal.Roll is null)
        {
            await CompareBatchAsync(seal, rows);
            return;
        }

        var isIntact = IsIntact(seal);
        var expected = new Dictionary<string, JournalRollLine>(StringComparer.Ordinal);
        foreach (var line in JournalRoll.Read(seal.Roll))
        {
            expected[line.Id] = line;
        }

        await foreach (var row in rows)
        {
            Entries++;
            var digest = row.ComputeDigest();
            if (!expected.Remove(row.Id, out var line))
            {
                Blame(JournalFault.EntryAdded, seal.Number, row);
            }
            else if (!IsAsWritten(row, digest) || (line.Digest != digest && isIntact))
            {
                Blame(FaultOf(row), seal.Number, row, line);
            }
        }

        foreach (var line in expected.Values)
        {
            Add(new JournalBreak(JournalFault.EntryRemoved, seal.Number, line.Id, line.At, line.Action));
        }
    }

    public void CheckWaiting(JournalRow row)
    {
        Entries++;
        Waiting++;
        if (!IsAsWritten(row, row.ComputeDigest()))
        {
            Blame(FaultOf(row), null, row);
        }
    }

    private static bool IsIntact(StoredSeal seal) =>
        seal.Roll is null || JournalChain.Hash(seal.Number, seal.Entries, seal.PreviousHash, seal.SealedAt, seal.Roll) == seal.Hash;

    private bool IsAsWritten(JournalRow row, string digest) =>
        row.Digest is null ? string.CompareOrdinal(row.At, digestsSince) < 0 : row.Digest == digest;

    /// <summary>Only the program knows how to write a digest: who added a line by hand left it out.</summary>
    private static JournalFault FaultOf(JournalRow row) => row.Digest is null ? JournalFault.EntryAdded : JournalFault.EntryAltered;

    private void Blame(JournalFault fault, int? seal, JournalRow row, JournalRollLine? line = null) => Add(new JournalBreak(
        fault, seal, row.Id, row.At, row.Action, line is null || (line.At, line.Action) == (row.At, row.Action) ? null : $"{line.Action} of {line.At}"));

    /// <summary>A seal of before the rolls: one hash over all its lines, in the order of their ids.</summary>
    private async Task CompareBatchAsync(StoredSeal seal, IAsyncEnumerable<JournalRow> rows)
    {
        var fields = new List<string?> { seal.PreviousHash };
        await foreach (var row in rows)
        {
            Entries++;
            fields.AddRange([row.Id, row.At, row.AccountId, row.Means, row.Action, row.SubjectKind, row.SubjectId, row.Detail]);
        }

        if (JournalDigest.Of(fields) != seal.Hash)
        {
            Add(new JournalBreak(JournalFault.BatchAltered, seal.Number));
        }
    }
}
