using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Relais.Kernel.Data;

namespace Relais.Kernel.Exercises;

/// <summary>Deletes an exercise: the copied dossiers and the letters written about them. Never a database that bears no mark.</summary>
public sealed class ExerciseDeletion(DatabaseCatalog databases)
{
    private static readonly string[] SqliteFiles = ["", "-wal", "-shm", "-journal"];

    /// <returns>What was deleted, as places to be shown; empty when nothing here is an exercise.</returns>
    public async Task<IReadOnlyList<string>> DeleteAsync(CancellationToken cancellation)
    {
        var deleted = new List<string>();
        foreach (var database in databases.All.Where(database => database is { HasJournal: true, Exists: true }))
        {
            if (await BearsMarkAsync(database, cancellation))
            {
                await DeleteAsync(database, cancellation);
                deleted.Add(database.Place);
            }
        }

        return deleted;
    }

    private static async Task<bool> BearsMarkAsync(Database database, CancellationToken cancellation)
    {
        await using var connection = database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM exercise";
        try
        {
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) > 0;
        }
        catch (DbException)
        {
            // No such table: a database that this program, or Relais at all, never opened.
            return false;
        }
    }

    private static async Task DeleteAsync(Database database, CancellationToken cancellation)
    {
        if (database.Engine is Engine.Postgres)
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public", connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        else
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in SqliteFiles)
            {
                File.Delete(database.Place + suffix);
            }
        }

        if (Directory.Exists(ExerciseFolder.Of(database)))
        {
            Directory.Delete(ExerciseFolder.Of(database), recursive: true);
        }
    }
}
