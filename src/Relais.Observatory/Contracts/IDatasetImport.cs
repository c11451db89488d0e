namespace Relais.Observatory.Contracts;

/// <summary>Takes files of figures in, whole or not at all.</summary>
public interface IDatasetImport
{
    /// <summary>Reads the file and keeps it, or says why nothing was changed.</summary>
    Task<DatasetReport> RunAsync(DatasetKind kind, DatasetFile file, CancellationToken cancellation);

    /// <summary>Hides what was taken in; the dataset before it counts again.</summary>
    /// <returns>Whether there was something to undo.</returns>
    Task<bool> UndoAsync(Guid id, CancellationToken cancellation);

    /// <summary>Lets what was undone count again.</summary>
    /// <returns>Whether it does; not when the same file was taken in since.</returns>
    Task<bool> RestoreAsync(Guid id, CancellationToken cancellation);
}
