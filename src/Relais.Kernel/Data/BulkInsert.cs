using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SQLitePCL;

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
            Insert(db, (SqliteConnection)transaction.Connection!, table, columns, rows, cancellation);
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
                // Text is by far the most, and its type need not be looked up for each value.
                await (value switch
                {
                    null => copy.WriteNullAsync(cancellation),
                    string text => copy.WriteAsync(text, cancellation),
                    _ => copy.WriteAsync(AsStored(db, value), cancellation),
                });
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>On the statement itself: its parameters looked up by name for each row take three times as long.</summary>
    private static void Insert(
        RoomsDb db, SqliteConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
        using (statement)
        {
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var rank = 0; rank < row.Length; rank++)
                {
                    Check(connection, Bind(statement, rank + 1, row[rank] is { } value ? AsStored(db, value) : null));
                }

                Check(connection, raw.sqlite3_step(statement));
                Check(connection, raw.sqlite3_reset(statement));
            }
        }
    }

    /// <summary>As the driver stores each type.</summary>
    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        bool truth => raw.sqlite3_bind_int64(statement, place, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(statement, place, number),
        float number => raw.sqlite3_bind_double(statement, place, number),
        Guid id => raw.sqlite3_bind_text(statement, place, id.ToString().ToUpperInvariant()),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A bulk insert does not know how to store {value.GetType()}"),
    };

    private static void Check(SqliteConnection connection, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
        }
    }

    private static object AsStored(RoomsDb db, object value) => value is DateTimeOffset instant ? db.Parameter(instant) : value;
}
