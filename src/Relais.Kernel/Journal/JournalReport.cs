namespace Relais.Kernel.Journal;

/// <summary>What somebody did to the journal behind the program.</summary>
public enum JournalFault
{
    /// <summary>The line says something else than when it was written or sealed.</summary>
    EntryAltered,

    /// <summary>The line was sealed and is no longer there.</summary>
    EntryRemoved,

    /// <summary>The line was not written by the program, or put into a seal that was made without it.</summary>
    EntryAdded,

    /// <summary>The seal no longer agrees with its own hash, or with the seal that follows.</summary>
    SealAltered,

    SealRemoved,

    /// <summary>A seal made before lines were kept one by one: it no longer agrees with its lines, and cannot say which.</summary>
    BatchAltered,
}

/// <summary>One place where the journal no longer agrees with itself, named as far as it can be.</summary>
/// <param name="Fault">What happened to it.</param>
/// <param name="Seal">The seal concerned, if the line has one.</param>
/// <param name="EntryId">The line.</param>
/// <param name="At">When the line says, or said, that it happened: text, for it may have been made unreadable.</param>
/// <param name="Action">What the line says, or said, was done.</param>
/// <param name="SealedAs">When and what the seal remembers, where the line now says something else of these two.</param>
public sealed record JournalBreak(JournalFault Fault, int? Seal, string? EntryId = null, string? At = null, string? Action = null, string? SealedAs = null);

/// <param name="Database">Whose journal: each database keeps its own.</param>
/// <param name="Entries">Lines that were read.</param>
/// <param name="Waiting">Lines among them that no seal holds yet.</param>
/// <param name="LastSeal">The number of the last seal; none is 0.</param>
/// <param name="Head">The hash of the last seal: kept elsewhere, it proves later that nothing before was rewritten.</param>
/// <param name="Breaks">The first faults found.</param>
/// <param name="BreakCount">How many there are.</param>
public sealed record JournalReport(
    string Database, long Entries, long Waiting, int LastSeal, string Head, IReadOnlyList<JournalBreak> Breaks, long BreakCount)
{
    public bool IsWhole => BreakCount is 0;
}
