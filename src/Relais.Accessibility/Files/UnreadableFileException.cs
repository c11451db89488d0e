namespace Relais.Accessibility.Files;

/// <summary>Why a file cannot be read at all.</summary>
public enum FileFault
{
    Empty,
    MissingColumn,
    RepeatedColumn,
    LineTooLong,
}

/// <summary>The file is not what it should be: no line of it is taken.</summary>
public sealed class UnreadableFileException : Exception
{
    internal UnreadableFileException(FileFault fault, string detail = "")
        : base(fault switch
        {
            FileFault.Empty => "it has no header",
            FileFault.MissingColumn => $"column {detail} is missing",
            FileFault.RepeatedColumn => $"column {detail} is there twice",
            _ => $"line {detail} is too long",
        }) => (Fault, Detail) = (fault, detail);

    public FileFault Fault { get; }

    /// <summary>The column or the line.</summary>
    public string Detail { get; }
}
