using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Relais.Kernel.Data;

/// <summary>Writes many rows at once: COPY on PostgreSQL, one prepared statement on SQLite.</summary>
public static class BulkInsert
{
    /// <summary>
    /// Adds the rows within the transaction in progress. Their values are in the order of the columns and of the types
    /// that the columns have: text, int, double, bool, Guid, DateOnly, DateTimeOffset or null.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is in progress.</exception>
    public static async Task BulkInsertAsync(
        this RoomsDb db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("A bulk insert is part of a transaction");

        if (transaction.Connection is NpgsqlConnection postgres)
        {
            await CopyAsync(db, postgres, table, columns, rows, cancellation);
        }
        else
        {
            await InsertAsync(db, transaction, table, columns, rows, cancellation);
        }
    }

    private static async Task CopyAsync(
        RoomsDb db, NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellation);

        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var value in row)
            {
                await (value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(AsStored(db, value), cancellation));
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task InsertAsync(
        RoomsDb db, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var command = (SqliteCommand)transaction.Connection!.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
#pragma warning disable CA2100 // Names of tables and columns are written in this program, never in a request.
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, rank) => Name(rank)))})";
#pragma warning restore CA2100
        var parameters = columns.Select((_, rank) => command.Parameters.Add(new SqliteParameter { ParameterName = Name(rank) })).ToList();

        foreach (var row in rows)
        {
            for (var rank = 0; rank < parameters.Count; rank++)
            {
                parameters[rank].Value = row[rank] is { } value ? AsStored(db, value) : DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static object AsStored(RoomsDb db, object value) => value is DateTimeOffset instant ? db.Parameter(instant) : value;

    private static string Name(int rank) => string.Create(CultureInfo.InvariantCulture, $"@p{rank}");
}
