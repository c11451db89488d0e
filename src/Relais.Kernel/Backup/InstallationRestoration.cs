using System.IO.Compression;
using Npgsql;
using Relais.Kernel.Data;
using Relais.Kernel.Exercises;

namespace Relais.Kernel.Backup;

/// <summary>Brings an archive back into an empty place. Each database appears whole or not at all.</summary>
public sealed class InstallationRestoration(DatabaseCatalog databases, Migrator migrator)
{
    private static readonly string[] SqliteFiles = ["", "-wal", "-journal"];

    /// <exception cref="BackupRefusedException">The archive is not whole, or the place is not empty or not of its kind.</exception>
    public Task<BackupReport> RestoreAsync(string path, Action<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return RestoreAsync(path, _ => [], progress, cancellation);
    }

    /// <summary>Restores a copy for people to train on, which nothing leaves.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="endsAt">From when it is not served any more.</param>
    /// <param name="progress">Hears what is being done.</param>
    /// <param name="cancellation">Leaves the place empty.</param>
    /// <exception cref="BackupRefusedException">As for any restoration.</exception>
    public Task<BackupReport> RestoreForExerciseAsync(string path, DateTimeOffset endsAt, Action<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return RestoreAsync(path, manifest => ExerciseSeal.Statements(manifest.StartedAt, endsAt), progress, cancellation);
    }

    /// <param name="path">The archive.</param>
    /// <param name="seal">What each database with dossiers goes through before it appears.</param>
    /// <param name="progress">Hears what is being done.</param>
    /// <param name="cancellation">Leaves the place empty.</param>
    private async Task<BackupReport> RestoreAsync(string path, Func<BackupManifest, IReadOnlyList<string>> seal, Action<string> progress, CancellationToken cancellation)
    {
        progress("checking the archive");
        var (zip, manifest) = await Archive.OpenAsync(path, cancellation);
        await using (zip)
        {
            foreach (var saved in manifest.Databases)
            {
                await RefuseAsync(saved, cancellation);
            }

            if (manifest.Databases.DistinctBy(saved => databases[saved.Name].ConnectionString).Count() < manifest.Databases.Count)
            {
                throw new BackupRefusedException($"the archive holds {string.Join(" and ", manifest.Databases.Select(saved => saved.Name))} apart: name a place for each in ConnectionStrings.");
            }

            foreach (var saved in manifest.Databases)
            {
                await RestoreAsync(zip, saved, databases[saved.Name].HasJournal ? seal(manifest) : [], progress, cancellation);
            }
        }

        return InstallationBackup.Report(path, manifest);
    }

    private Task RestoreAsync(ZipArchive zip, SavedDatabase saved, IReadOnlyList<string> seal, Action<string> progress, CancellationToken cancellation) => saved.Engine is Engine.Postgres
        ? new PostgresRestoration(InPlaceOf(saved), migrator, progress).RestoreAsync(zip, saved, seal, cancellation)
        : new SqliteRestoration(databases[saved.Name], progress).RestoreAsync(zip, saved, seal, cancellation);

    /// <summary>Every database that lives where this one does: they were saved as one.</summary>
    private IReadOnlyList<Database> InPlaceOf(SavedDatabase saved) =>
        [.. databases.All.Where(database => database.ConnectionString == databases[saved.Name].ConnectionString)];

    /// <summary>All that can be known before anything is touched.</summary>
    private async Task RefuseAsync(SavedDatabase saved, CancellationToken cancellation)
    {
        if (databases.All.FirstOrDefault(database => database.Name == saved.Name) is not { } database)
        {
            throw new BackupRefusedException($"the archive holds a database named {saved.Name}, which this program does not know.");
        }

        if (database.Engine != saved.Engine)
        {
            throw new BackupRefusedException($"the archive was made on {saved.Engine}: name a {saved.Engine} database in ConnectionStrings__Relais.");
        }

        if (saved.Migrations.Except(InPlaceOf(saved).SelectMany(Migrator.KnownTo)).FirstOrDefault() is { } unknown)
        {
            if (databases.All.SelectMany(Migrator.KnownTo).Contains(unknown))
            {
                throw new BackupRefusedException($"the archive holds in one database what ConnectionStrings names apart ({unknown}): restore it into one.");
            }

            throw new BackupRefusedException($"the archive was made by a newer program (it has {unknown}): restore it with that one.");
        }

        if (!await IsEmptyAsync(database, cancellation))
        {
            throw new BackupRefusedException($"{database.Place} is not empty: a backup is restored into an empty place only. Nothing was changed.");
        }
    }

    private static async Task<bool> IsEmptyAsync(Database database, CancellationToken cancellation)
    {
        if (database.Engine is Engine.Sqlite)
        {
            return SqliteFiles.All(suffix => new FileInfo(database.Place + suffix) is not { Exists: true, Length: > 0 });
        }

        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')", connection);
        return await command.ExecuteScalarAsync(cancellation) is 0L;
    }
}
