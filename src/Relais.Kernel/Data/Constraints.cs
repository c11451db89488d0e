using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Relais.Kernel.Data;

/// <summary>Tells a constraint that said no from a database that failed.</summary>
public static class Constraints
{
    /// <summary>
    /// Whether the exception is the refusal of the constraint of that name: a unique index, a check or an exclusion on
    /// PostgreSQL; on SQLite the message of a trigger, or the columns of the unique index, must contain one of the marks.
    /// </summary>
    public static bool RefusedBy(this Exception exception, string constraint, params ReadOnlySpan<string> sqliteMarks)
    {
        var cause = (exception as DbUpdateException)?.InnerException ?? exception;
        if (cause is PostgresException postgres)
        {
            return postgres.ConstraintName == constraint || postgres.MessageText.Contains(constraint, StringComparison.Ordinal);
        }

        if (cause is not SqliteException { SqliteErrorCode: 19 })
        {
            return false;
        }

        foreach (var mark in sqliteMarks)
        {
            if (cause.Message.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return cause.Message.Contains(constraint, StringComparison.Ordinal);
    }
}
