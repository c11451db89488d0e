using System.Data.Common;
using System.Globalization;
using Relais.Kernel.Data;

namespace Relais.Kernel.Queues;

/// <summary>
/// What differs between the engines in the statements of a queue. Leases are timed by the clock of the database, the one
/// that all nodes share and that no test moves; only "due" follows the clock of the application.
/// </summary>
internal static class QueueSql
{
    private const string SqliteInstant = "'%Y-%m-%dT%H:%M:%f000Z'";

    extension(Database database)
    {
        public string Now => database.Engine is Engine.Postgres ? "now()" : $"strftime({SqliteInstant}, 'now')";

        public string LeaseEnd => database.Engine is Engine.Postgres
            ? string.Create(CultureInfo.InvariantCulture, $"now() + interval '{Lease.Length.TotalSeconds} seconds'")
            : string.Create(CultureInfo.InvariantCulture, $"strftime({SqliteInstant}, 'now', '+{Lease.Length.TotalSeconds} seconds')");

        /// <summary>PostgreSQL passes over the rows that another worker is taking; SQLite has one writer at a time.</summary>
        public string SkipLocked => database.Engine is Engine.Postgres ? "FOR UPDATE SKIP LOCKED" : "";

        public object Instant(DateTimeOffset instant) => database.Engine is Engine.Postgres
            ? instant.ToUniversalTime()
            : instant.UtcDateTime.ToString(RoomsDb.SortableInstantFormat, CultureInfo.InvariantCulture);

        /// <summary>Runs one statement that writes, in its turn, on a connection of its own.</summary>
        public async Task<int> WriteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
        {
            using var turn = await WriteGate.EnterAsync(database, cancellation);
            await using var connection = await database.OpenAsync(cancellation);
            await using var command = connection.Statement(sql, parameters);
            return await command.ExecuteNonQueryAsync(cancellation);
        }

        public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
        {
            var connection = database.CreateConnection();
            try
            {
                await connection.OpenAsync(cancellation);
                return connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
    }

    public static DbCommand Statement(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is written in this program; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static DateTimeOffset GetInstant(this DbDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);
}
