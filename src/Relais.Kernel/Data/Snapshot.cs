using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Relais.Kernel.Data;

/// <summary>One database as it is at one instant: whatever others write meanwhile, every read sees the same.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly DbTransaction _transaction;

    private Snapshot(Database database, DbConnection connection, DbTransaction transaction)
    {
        Database = database;
        Connection = connection;
        _transaction = transaction;
    }

    public Database Database { get; }

    public DbConnection Connection { get; }

    public static async Task<Snapshot> OpenAsync(Database database, CancellationToken cancellation)
    {
        var connection = database.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellation);
            var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var snapshot = new Snapshot(database, connection, transaction);

            // The instant is that of the first read, not of the opening.
            await using var first = snapshot.Command("SELECT count(*) FROM schema_migration");
            await first.ExecuteScalarAsync(cancellation);
            return snapshot;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <param name="sql">Written in this program, never in a request.</param>
    /// <param name="values">Parameters by name.</param>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = Connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // See the parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
