using System.Data.Common;
using System.Globalization;

namespace Relais.Kernel.Data;

/// <summary>Whether what the database acknowledges outlives a power cut: asked of the live connection, not of a file of settings.</summary>
public sealed class DurableSettings(DatabaseCatalog databases)
{
    private static readonly (string Name, Func<string, bool> IsDurable, string Remedy)[] OfPostgres =
    [
        ("fsync", value => value is "on", "set fsync = on in postgresql.conf and restart PostgreSQL"),
        ("full_page_writes", value => value is "on", "set full_page_writes = on in postgresql.conf and reload PostgreSQL"),
        ("synchronous_commit", value => value is not "off", "set synchronous_commit = on where it was turned off: postgresql.conf, ALTER DATABASE, ALTER ROLE or the connection string"),
    ];

    /// <returns>For each setting that is not durable, a sentence that says what to change.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellation)
    {
        var faults = new List<string>();
        foreach (var database in databases.All)
        {
            database.EnsureFolder();
            await using var connection = database.CreateConnection();
            await connection.OpenAsync(cancellation);
            faults.AddRange((await FaultsAsync(database.Engine, connection, cancellation)).Select(fault => $"{database.Place}: {fault}"));
        }

        return faults;
    }

    internal static async Task<IReadOnlyList<string>> FaultsAsync(Engine engine, DbConnection connection, CancellationToken cancellation)
    {
        var faults = new List<string>();
        if (engine is Engine.Postgres)
        {
            foreach (var (name, isDurable, remedy) in OfPostgres)
            {
                if (await ReadAsync(connection, $"SHOW {name}", cancellation) is var value && !isDurable(value))
                {
                    faults.Add($"{name} is {value}, so a power cut could lose what people were told is done: {remedy}.");
                }
            }

            return faults;
        }

        // 2 is FULL, 3 is EXTRA.
        if (await ReadAsync(connection, "PRAGMA synchronous", cancellation) is not ("2" or "3"))
        {
            faults.Add("synchronous is not FULL, so a power cut could lose what people were told is done: use a SQLite library that is built with its defaults.");
        }

        if (await ReadAsync(connection, "PRAGMA journal_mode", cancellation) is var mode && mode is "off" or "memory")
        {
            faults.Add($"journal_mode is {mode}, so nothing outlives the program: name a file in Data Source, without Mode=Memory.");
        }

        return faults;
    }

    private static async Task<string> ReadAsync(DbConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = question;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) ?? "";
    }
}
