using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>How the files of one kind are read.</summary>
internal interface IDatasetShape
{
    DatasetKind Kind { get; }

    /// <summary>Reads the whole file; lines that cannot be read are added to <paramref name="bad"/> and left out.</summary>
    /// <exception cref="WrongShapeException">The file is of another kind.</exception>
    Task<IDatasetContent> ReadAsync(Stream file, CommuneTable communes, BadLines bad, CancellationToken cancellation);
}

/// <summary>What was read, ready to be written while its file is still open.</summary>
internal interface IDatasetContent
{
    /// <summary>Lines of data, good and bad.</summary>
    long Lines { get; }

    /// <summary>What will count.</summary>
    long Kept { get; }

    /// <summary>Of travel times only.</summary>
    TimesCoverage? Times => null;

    /// <summary>Writes the rows within the transaction in progress.</summary>
    Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation);
}

/// <summary>The file is not of the kind that was said.</summary>
internal sealed class WrongShapeException(int line, string reason) : Exception(reason)
{
    public int Line { get; } = line;
}
