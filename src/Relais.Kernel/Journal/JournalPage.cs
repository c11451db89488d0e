namespace Relais.Kernel.Journal;

/// <summary>What is asked of the journal about some subjects: one page of lines at a time.</summary>
public sealed record SubjectQuestion
{
    public required string SubjectKind { get; init; }

    public required IReadOnlyList<string> SubjectIds { get; init; }

    /// <summary>Only these acts.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Not what these accounts did.</summary>
    public IReadOnlyList<Guid> Except { get; init; } = [];

    public DateTimeOffset? From { get; init; }

    /// <summary>Excluded.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Skip { get; init; }

    public required int Most { get; init; }
}

/// <param name="Total">How many lines there are on all pages.</param>
/// <param name="Lines">Those of the page, the latest first.</param>
public sealed record JournalPage(int Total, IReadOnlyList<JournalLine> Lines);
