using Microsoft.Data.Sqlite;
using Npgsql;
using Relais.Kernel.Jobs;

namespace Relais.Tests.Infrastructure;

/// <summary>
/// A database as the first start leaves it (schema, rules, the communes of France, the jobs of the night done), made once
/// for each engine and copied for each test: a copy takes a fraction of what the first start takes.
/// </summary>
internal static class PreparedDatabase
{
    private static readonly SemaphoreSlim Making = new(1);
    private static string? _file;
    private static string? _database;

    /// <summary>Writes a copy to the file.</summary>
    public static async Task CopyToAsync(string file)
    {
        await Making.WaitAsync();
        try
        {
            _file ??= await MakeFileAsync();
        }
        finally
        {
            Making.Release();
        }

        File.Copy(_file, file);
    }

    /// <returns>The connection string of a copy.</returns>
    public static async Task<string> CopyAsync(PostgresServer postgres)
    {
        await Making.WaitAsync();
        try
        {
            _database ??= await MakeDatabaseAsync(postgres);

            // PostgreSQL copies a database that nobody uses, one copy at a time.
            return await postgres.CreateDatabaseAsync(_database);
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<string> MakeFileAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"relais-prepared-{Guid.NewGuid():N}.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        await StartOnceAsync($"Data Source={file};Pooling=False");

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        return file;
    }

    private static async Task<string> MakeDatabaseAsync(PostgresServer postgres)
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        await StartOnceAsync(connectionString);

        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return connection.Database;
    }

    private static async Task StartOnceAsync(string connectionString)
    {
        await using var node = new Node(connectionString);
        await RestAsync(node);
    }

    /// <summary>Waits until the node has done what was due.</summary>
    public static async Task RestAsync(Node node)
    {
        var now = DateTimeOffset.UtcNow;
        await Eventually.TrueAsync(
            async () => await node.ReadAsync<Job>(job => job.RunAt < now) is { Count: > 0 } due && due.TrueForAll(job => job.State is not JobState.Waiting),
            "what was due is not done",
            withinSeconds: 60);
    }
}
