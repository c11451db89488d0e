namespace Relais.Observatory.Contracts;

/// <summary>What came of a file.</summary>
/// <param name="Dataset">What was taken in; nothing after a rehearsal or a refusal.</param>
/// <param name="Refusal">Why nothing was changed.</param>
/// <param name="Lines">Lines of data read.</param>
/// <param name="Kept">Of them, those that count.</param>
/// <param name="Rejected">How many could not be read.</param>
/// <param name="FirstRejected">The first of them, no more than a hundred.</param>
public sealed record DatasetReport(Guid? Dataset, DatasetRefusal? Refusal, long Lines, long Kept, long Rejected, IReadOnlyList<BadLine> FirstRejected)
{
    /// <summary>Of travel times, what is worth knowing before they are trusted.</summary>
    public TimesCoverage? Times { get; init; }
}

/// <param name="CommunesAlone">Communes that no pair of the file ties to another.</param>
/// <param name="MedianAsymmetry">Minutes between the way there and the way back, at the median.</param>
public sealed record TimesCoverage(int Pairs, int CommunesAlone, double MedianAsymmetry);

/// <param name="Line">In the file, from 1.</param>
/// <param name="Reason">English, for commands; pages show it as it is beside the number of the line.</param>
public sealed record BadLine(int Line, string Reason);

public enum DatasetRefusal
{
    /// <summary>No line of data.</summary>
    Empty,

    /// <summary>Some lines cannot be read, and nobody said to leave them out.</summary>
    BadLines,

    /// <summary>The same file is already in.</summary>
    AlreadyIn,

    /// <summary>A column that is needed is missing, or the file is of another kind: the reason is the first bad line.</summary>
    WrongShape,
}
