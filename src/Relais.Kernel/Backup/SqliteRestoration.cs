using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Relais.Kernel.Data;

namespace Relais.Kernel.Backup;

/// <summary>Writes the file beside its place, checks it, and only then gives it its name.</summary>
internal sealed class SqliteRestoration(Database database, Action<string> progress)
{
    public async Task RestoreAsync(ZipArchive zip, SavedDatabase saved, IReadOnlyList<string> seal, CancellationToken cancellation)
    {
        database.EnsureFolder();
        var part = database.Place + ".part";
        try
        {
            await WriteAsync(zip, Assert(saved), part, cancellation);
            progress($"{saved.Name}: checking");
            await CheckAndSealAsync(saved, part, seal, cancellation);
            File.Move(part, database.Place, overwrite: true);
        }
        finally
        {
            foreach (var left in new[] { part, $"{part}-wal", $"{part}-shm" })
            {
                File.Delete(left);
            }
        }
    }

    private static SavedEntry Assert(SavedDatabase saved) => saved.Entries is [var only] ? only : throw new BackupRefusedException($"the archive has {saved.Entries.Count} files for {saved.Name}, one was expected.");

    private async Task WriteAsync(ZipArchive zip, SavedEntry entry, string part, CancellationToken cancellation)
    {
        progress($"{database.Name}: writing {entry.Bytes / 1024} KB");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(part, options);
        await using var packed = await zip.GetEntry(entry.Name)!.OpenAsync(cancellation);
        if (await CountedCopy.CopyAsync(packed, file, entry.Name, cancellation) != entry)
        {
            throw new BackupRefusedException($"{entry.Name} is not what the manifest says.");
        }

        file.Flush(flushToDisk: true);
    }

    private async Task CheckAndSealAsync(SavedDatabase saved, string part, IReadOnlyList<string> seal, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, or names of tables of the file itself.
            command.CommandText = sql;
#pragma warning restore CA2100
            return command;
        }

        if (await Schema.ListAsync(Command("PRAGMA integrity_check"), cancellation) is not ["ok"])
        {
            throw new BackupRefusedException("the database in the archive is damaged.");
        }

        if (await Schema.ListAsync(Command("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"), cancellation) is [var table, ..])
        {
            throw new BackupRefusedException($"rows of {table} in the archive refer to rows that are not there.");
        }

        var tables = await Schema.TablesAsync(Engine.Sqlite, Command, cancellation);
        if (!tables.Select(found => (found.Name, found.Rows)).SequenceEqual(saved.Tables.Select(told => (told.Name, told.Rows))))
        {
            throw new BackupRefusedException("the tables in the archive have other rows than its manifest says.");
        }

        foreach (var statement in seal)
        {
            await using var command = Command(statement);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
