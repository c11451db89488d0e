namespace Relais.Matching.Instances;

/// <summary>A file of an instance, a plan or a list of events that cannot be read; the message is <c>file:line: reason</c>.</summary>
public sealed class BadInstanceException : Exception
{
    internal BadInstanceException(string file, int line, string reason)
        : base(FormattableString.Invariant($"{file}:{line}: {reason}")) => (File, Line) = (file, line);

    /// <summary>Name of the file, as it was given.</summary>
    public string File { get; }

    /// <summary>Line of the fault, the header being line 1.</summary>
    public int Line { get; }
}
