using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Relais.Kernel.Data;

namespace Relais.Kernel.Backup;

/// <summary>What was saved or restored.</summary>
public sealed record BackupReport(string File, int Databases, int Tables, long Rows, long Bytes);

/// <summary>
/// Saves every database of the installation into one file while others go on writing. Each database is saved as it was at
/// one instant, after the start: all that was acknowledged before is there. Uploads, keys and journal are in the databases.
/// </summary>
public sealed class InstallationBackup(DatabaseCatalog databases, TimeProvider clock)
{
    /// <exception cref="BackupRefusedException">The file is there already, or cannot be written.</exception>
    public async Task<BackupReport> SaveAsync(string path, Action<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (File.Exists(path))
        {
            throw new BackupRefusedException($"{path} is there already: name another file.");
        }

        var part = path + ".part";
        var snapshots = new List<Snapshot>();
        try
        {
            var startedAt = clock.GetUtcNow();

            // All instants first, one right after the other: copying takes long, and no row of a database refers to another's.
            // Two names may be one place: it is saved once.
            foreach (var database in databases.All.Where(database => database.Exists).DistinctBy(database => database.ConnectionString))
            {
                snapshots.Add(await Snapshot.OpenAsync(database, cancellation));
            }

            var manifest = await WriteAsync(part, startedAt, snapshots, progress, cancellation);
            await ArchiveSeal.WriteAsync(part, cancellation);
            File.Move(part, path);
            return Report(path, manifest);
        }
        finally
        {
            foreach (var snapshot in snapshots)
            {
                await snapshot.DisposeAsync();
            }

            File.Delete(part);
        }
    }

    internal static BackupReport Report(string path, BackupManifest manifest) => new(
        path,
        manifest.Databases.Count,
        manifest.Databases.Sum(database => database.Tables.Count),
        manifest.Databases.Sum(database => database.Tables.Sum(table => table.Rows)),
        new FileInfo(path).Length);

    private static async Task<BackupManifest> WriteAsync(
        string part, DateTimeOffset startedAt, List<Snapshot> snapshots, Action<string> progress, CancellationToken cancellation)
    {
        await using var file = OpenPrivate(part);
        await using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = ArchiveSeal.Placeholder };
        var saved = new List<SavedDatabase>();
        foreach (var snapshot in snapshots)
        {
            var name = snapshot.Database.Name;
            progress($"{name}: reading");
            var tables = await Schema.TablesAsync(snapshot.Database.Engine, sql => snapshot.Command(sql), cancellation);
            var migrations = await Schema.MigrationsAsync(sql => snapshot.Command(sql), cancellation);
            var entries = snapshot.Connection is NpgsqlConnection postgres
                ? await SaveTablesAsync(archive, name, postgres, tables, progress, cancellation)
                : [await SaveFileAsync(archive, name, (SqliteConnection)snapshot.Connection, part, progress, cancellation)];
            saved.Add(new SavedDatabase(name, snapshot.Database.Engine, migrations, tables, entries));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Program = typeof(InstallationBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            StartedAt = startedAt,
            Databases = saved,
        };
        await using var last = await archive.CreateEntry(Archive.Manifest, CompressionLevel.Fastest).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(last, manifest, Archive.Json, cancellation);
        return manifest;
    }

    private static async Task<IReadOnlyList<SavedEntry>> SaveTablesAsync(
        ZipArchive archive, string database, NpgsqlConnection connection, IReadOnlyList<SavedTable> tables, Action<string> progress, CancellationToken cancellation)
    {
        var entries = new List<SavedEntry>();
        foreach (var table in tables)
        {
            progress($"{database}: {table.Name}, {table.Rows} rows");
            var name = Archive.EntryOf(database, table);
            await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Archive.Columns(table)} TO STDOUT (FORMAT BINARY)", cancellation);
            entries.Add(await CountedCopy.CopyAsync(copy, entry, name, cancellation));
        }

        return entries;
    }

    /// <summary>The pages go through a file beside the archive: SQLite copies to files only.</summary>
    private static async Task<SavedEntry> SaveFileAsync(
        ZipArchive archive, string database, SqliteConnection connection, string part, Action<string> progress, CancellationToken cancellation)
    {
        var copy = $"{part}.{database}";
        try
        {
            OpenPrivate(copy).Dispose();
            await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString))
            {
                await target.OpenAsync(cancellation);
                connection.BackupDatabase(target);
            }

            progress($"{database}: packing {new FileInfo(copy).Length / 1024} KB");
            var name = Archive.EntryOf(database);
            await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
            await using var pages = File.OpenRead(copy);
            return await CountedCopy.CopyAsync(pages, entry, name, cancellation);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Keys and dossiers are in it: for its owner's eyes.</summary>
    private static FileStream OpenPrivate(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new FileStream(path, options);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException($"{path} cannot be written: {refusal.Message}");
        }
    }
}
