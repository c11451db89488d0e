using Microsoft.Data.Sqlite;
using Npgsql;

namespace Relais.Kernel.Data;

internal static class WriteTransaction
{
    private const int MostTries = 8;

    public static async Task<T> RunAsync<T>(RoomsDb db, Database database, Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await WriteGate.EnterAsync(database, cancellation);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                var result = await work();
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (Exception exception) when (attempt < MostTries && AsksToRetry(exception))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 20 << Math.Min(attempt, 5)), cancellation);
            }
        }
    }

    /// <summary>However deep: EF wraps what the engine said, and PostgreSQL's provider wraps it again when it may pass by itself.</summary>
    private static bool AsksToRetry(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6,
        _ => AsksToRetry(exception.InnerException),
    };
}
