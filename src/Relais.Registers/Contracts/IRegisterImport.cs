namespace Relais.Registers.Contracts;

/// <summary>
/// Takes an extract in, whole or not at all. Readers see the former extract until the last moment.
/// </summary>
public interface IRegisterImport
{
    Task<RegisterImportResult> RunAsync(RegisterFile file, IProgress<long>? lines, CancellationToken cancellation);
}

/// <summary>An extract to take in.</summary>
public sealed record RegisterFile
{
    public required RegisterKind Register { get; init; }

    /// <summary>A text file (a table, or JSON for FINESS), or the archive in which it is published.</summary>
    public required string Path { get; init; }

    /// <summary>The day that it describes; read in the name of the file, or the day it was written, when nobody says.</summary>
    public DateOnly? Vintage { get; init; }

    /// <summary>Tells what would happen and changes nothing.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Takes it in although much is missing: a person has looked and knows why.</summary>
    public bool MayShrink { get; init; }
}

/// <param name="Refusal">Why nothing was changed.</param>
/// <param name="Lines">Read in the file, its header apart; the establishments of a file that is JSON.</param>
/// <param name="PassedOver">Lines of people that the register numbers otherwise (ADELI), which are not kept.</param>
/// <param name="Bad">Lines that could not be read.</param>
/// <param name="Kept">Different lines in the extract.</param>
/// <param name="Vanished">No longer there since this extract.</param>
/// <param name="Forgotten">Missing for so long that they were taken away.</param>
public sealed record RegisterImportResult(
    RegisterRefusal? Refusal, DateOnly Vintage, long Lines, long PassedOver, long Bad, RegisterFaultAt? FirstBad, long Kept, long Added, long Changed, long Vanished, long Forgotten)
{
    /// <summary>Faults are told by the number of the object in the file, not by its line.</summary>
    public bool CountsObjects { get; init; }
}

/// <param name="Line">Where in the file, from 1: a line, or an object of a file that is JSON.</param>
/// <param name="Detail">The name of the column, or the two counts.</param>
public sealed record RegisterRefusal(RegisterFault Fault, int? Line, string Detail);

public sealed record RegisterFaultAt(int Line, string Detail);

public enum RegisterFault
{
    /// <summary>No header, no line.</summary>
    Empty,

    /// <summary>A column that is needed is not in the header.</summary>
    MissingColumn,

    /// <summary>A line has another number of fields than the header: the file was cut, or is another kind of file.</summary>
    TornLine,

    /// <summary>More lines cannot be read than is usual.</summary>
    ManyBadLines,

    /// <summary>Much fewer lines than the extract in place.</summary>
    Shrunk,

    /// <summary>The extract in place is more recent.</summary>
    Older,

    /// <summary>It begins as JSON and is not, or stops before its end.</summary>
    NotJson,
}
