using System.IO.Compression;
using Npgsql;
using Relais.Kernel.Data;

namespace Relais.Kernel.Backup;

/// <summary>
/// Makes the schema that the archive had and fills its tables, in one transaction: foreign keys are taken away while rows
/// arrive in the order of the archive, and checked against all of them when put back.
/// </summary>
internal sealed class PostgresRestoration(IReadOnlyList<Database> databases, Migrator migrator, Action<string> progress)
{
    private const string ForeignKeys =
        "SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1";

    private const string ForeignKeysAway =
        "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1";

    public async Task RestoreAsync(ZipArchive zip, SavedDatabase saved, IReadOnlyList<string> seal, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(databases[0].ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        NpgsqlCommand Command(string sql) => new(sql, connection, transaction) { CommandTimeout = 0 };

        progress($"{saved.Name}: making the schema");
        var wanted = saved.Migrations.ToHashSet(StringComparer.Ordinal);
        foreach (var database in databases)
        {
            await migrator.ApplyAsync(database, connection, wanted.Contains, cancellation);
        }

        var restored = await Schema.ListAsync(Command(ForeignKeys), cancellation);
        foreach (var statement in (IReadOnlyList<string>)[.. await Schema.ListAsync(Command(ForeignKeysAway), cancellation), .. saved.Tables.SelectMany(Emptied)])
        {
            await ExecuteAsync(Command(statement), cancellation);
        }

        foreach (var (table, entry) in saved.Tables.Zip(saved.Entries))
        {
            progress($"{saved.Name}: {table.Name}, {table.Rows} rows");
            await FillAsync(zip, connection, table, entry, cancellation);
        }

        progress($"{saved.Name}: checking");
        foreach (var statement in (IReadOnlyList<string>)[.. restored, .. saved.Tables.Select(table => $"ALTER TABLE {Schema.Quoted(table.Name)} ENABLE TRIGGER USER")])
        {
            await ExecuteAsync(Command(statement), cancellation);
        }

        var tables = await Schema.TablesAsync(Engine.Postgres, Command, cancellation);
        if (!tables.Select(found => (found.Name, found.Rows)).SequenceEqual(saved.Tables.Select(told => (told.Name, told.Rows))))
        {
            throw new BackupRefusedException("the tables in the archive have other rows than its manifest says.");
        }

        foreach (var statement in seal)
        {
            await ExecuteAsync(Command(statement), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        await using var statistics = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 0 };
        await statistics.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What a migration put there is in the archive too, as it became.</summary>
    private static IEnumerable<string> Emptied(SavedTable table) =>
        [$"ALTER TABLE {Schema.Quoted(table.Name)} DISABLE TRIGGER USER", $"DELETE FROM {Schema.Quoted(table.Name)}"];

    private static async Task FillAsync(ZipArchive zip, NpgsqlConnection connection, SavedTable table, SavedEntry entry, CancellationToken cancellation)
    {
        await using var packed = await zip.GetEntry(entry.Name)!.OpenAsync(cancellation);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {Archive.Columns(table)} FROM STDIN (FORMAT BINARY)", cancellation);
        if (await CountedCopy.CopyAsync(packed, copy, entry.Name, cancellation) != entry)
        {
            await copy.CancelAsync();
            throw new BackupRefusedException($"{entry.Name} is not what the manifest says.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlCommand statement, CancellationToken cancellation)
    {
        await using var command = statement;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
