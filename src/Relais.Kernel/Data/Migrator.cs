using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Modules;
using Assembly = System.Reflection.Assembly;

namespace Relais.Kernel.Data;

/// <summary>
/// Brings the schema up to date from the numbered SQL files embedded in each module.
/// A file named <c>0003_slots.sql</c> runs on both engines; <c>0003_slots.postgres.sql</c> and
/// <c>0003_slots.sqlite.sql</c> run on one. The whole upgrade is one transaction under a lock,
/// so any number of nodes may start at once and a failed upgrade leaves nothing behind.
/// </summary>
public sealed partial class Migrator(DatabaseCatalog databases, ILogger<Migrator> log)
{
    private const string HistoryTable =
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            module     text NOT NULL,
            file       text NOT NULL,
            applied_at text NOT NULL DEFAULT CURRENT_TIMESTAMP,
            PRIMARY KEY (module, file)
        )
        """;

    /// <summary>Brings every database up to date.</summary>
    /// <returns>How many migrations ran.</returns>
    public async Task<int> MigrateAsync(CancellationToken cancellation = default)
    {
        var applied = 0;
        foreach (var database in databases.All)
        {
            applied += await MigrateAsync(database, cancellation);
        }

        return applied;
    }

    private async Task<int> MigrateAsync(Database database, CancellationToken cancellation)
    {
        database.EnsureFolder();
        await using var connection = database.CreateConnection();
        await connection.OpenAsync(cancellation);

        if (database.Engine is Engine.Sqlite)
        {
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancellation);
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        if (database.Engine is Engine.Postgres)
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(7265)", cancellation);
        }

        var applied = await ApplyAsync(database, connection, _ => true, cancellation);
        await transaction.CommitAsync(cancellation);
        return applied;
    }

    /// <summary>Every migration that this program has for the database, as module/file.</summary>
    internal static IReadOnlyList<string> KnownTo(Database database) =>
        [.. database.Modules.SelectMany(module => FindScripts(database, module)).Select(script => script.Key)];

    /// <summary>Runs what has not run yet and is wanted, in the transaction in progress on the connection.</summary>
    internal async Task<int> ApplyAsync(Database database, DbConnection connection, Func<string, bool> isWanted, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, HistoryTable, cancellation);

        var applied = await ReadHistoryAsync(connection, cancellation);
        var pending = database.Modules.SelectMany(module => FindScripts(database, module))
            .Where(script => !applied.Contains(script.Key) && isWanted(script.Key)).ToList();

        foreach (var script in pending)
        {
            LogApplying(log, database.Name, script.Module, script.File);
            await ExecuteAsync(connection, script.Read(), cancellation);
            await ExecuteAsync(
                connection,
                string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_migration (module, file) VALUES ('{script.Module}', '{script.File}')"),
                cancellation);
        }

        return pending.Count;
    }

    private static IEnumerable<Script> FindScripts(Database database, Module module)
    {
        var prefix = $"{module.Assembly.GetName().Name}.Migrations.";
        var otherEngine = database.Engine is Engine.Postgres ? ".sqlite.sql" : ".postgres.sql";

        return module.Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && !name.EndsWith(otherEngine, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Script(module.Key, name[prefix.Length..], module.Assembly, name));
    }

    private static async Task<HashSet<string>> ReadHistoryAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT module || '/' || file FROM schema_migration";
        await using var reader = await command.ExecuteReaderAsync(cancellation);

        var history = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            history.Add(reader.GetString(0));
        }

        return history;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL comes from files embedded in this program, never from a request.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Information, "Applying migration {Module}/{File} to {Database}")]
    private static partial void LogApplying(ILogger log, string database, string module, string file);

    private sealed record Script(string Module, string File, Assembly Assembly, string Resource)
    {
        public string Key => $"{Module}/{File}";

        public string Read()
        {
            using var reader = new StreamReader(Assembly.GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }
}
