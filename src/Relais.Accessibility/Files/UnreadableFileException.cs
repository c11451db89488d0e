namespace Relais.Accessibility.Files;

/// <summary>Why a file cannot be read at all.</summary>
public enum FileFault
{
    Empty,
    MissingColumn,
    RepeatedColumn,
    LineTooLong,
    NotJson,

    /// <summary>The program that made it says that it could not.</summary>
    Refused,

    /// <summary>Not as many lines or cells as were asked for.</summary>
    WrongSize,

    /// <summary>A square that does not say in its first cell what it counts in.</summary>
    NoUnit,

    /// <summary>A table that does not name its communes.</summary>
    NoCodes,
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
            FileFault.LineTooLong => $"line {detail} is too long",
            FileFault.NotJson => $"it is not JSON: {detail}",
            FileFault.Refused => $"it holds no table but a refusal: {detail}",
            FileFault.NoUnit => $"the header has neither from, to and minutes, nor 'minutes' or 'seconds' in its first cell before the codes of a square, but '{detail}'",
            FileFault.NoCodes => "it does not name its communes: add \"codes\", a list of their codes in the order that was asked for",
            _ => $"the table has another size than was asked for: {detail}",
        }) => (Fault, Detail) = (fault, detail);

    public FileFault Fault { get; }

    /// <summary>The column or the line.</summary>
    public string Detail { get; }
}
