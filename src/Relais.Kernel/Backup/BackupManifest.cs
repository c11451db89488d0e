namespace Relais.Kernel.Backup;

/// <summary>What an archive holds; it is the last entry, written once everything is known.</summary>
internal sealed record BackupManifest
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string Program { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required IReadOnlyList<SavedDatabase> Databases { get; init; }
}

/// <param name="Name">The database as the program names it.</param>
/// <param name="Engine">SQLite is saved as a file, PostgreSQL as tables: an archive goes back to the engine that it came from.</param>
/// <param name="Migrations">The schema: which migrations had run, as module/file.</param>
/// <param name="Tables">Every table with its rows.</param>
/// <param name="Entries">The parts of the archive that hold them.</param>
internal sealed record SavedDatabase(
    string Name, Data.Engine Engine, IReadOnlyList<string> Migrations, IReadOnlyList<SavedTable> Tables, IReadOnlyList<SavedEntry> Entries);

internal sealed record SavedTable(string Name, long Rows, IReadOnlyList<string> Columns);

internal sealed record SavedEntry(string Name, long Bytes, string Sha256);

/// <summary>A backup or a restoration that cannot be done; the message says why in one sentence.</summary>
public sealed class BackupRefusedException(string message) : Exception(message);
