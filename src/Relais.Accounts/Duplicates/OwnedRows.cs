using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Relais.Kernel.Data;
using Relais.Kernel.PersonalData;

namespace Relais.Accounts.Duplicates;

/// <summary>The rows of whichever room, as the declarations of their tables let them be read and given to somebody else.</summary>
internal sealed class OwnedRows(RelaisDb db)
{
    /// <summary>
    /// Makes who writes to these tables wait until the transaction ends, and waits for who is writing: nobody acts for a
    /// dossier while it changes hands. SQLite has one writer at a time.
    /// </summary>
    public async Task LockAsync(IEnumerable<PersonalTable> tables, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await using var command = await CommandAsync($"LOCK TABLE {string.Join(", ", tables.Select(table => table.Name))} IN EXCLUSIVE MODE", cancellation);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Gives every row of <paramref name="from"/> for which the condition holds to <paramref name="to"/>, who is <c>@to</c> in it.</summary>
    /// <returns>The keys of the rows that were given.</returns>
    public async Task<IReadOnlyList<string>> GiveAllAsync(PersonalTable table, Guid from, Guid to, string condition, CancellationToken cancellation)
    {
        await using var command = await CommandAsync(
            $"UPDATE {table.Name} AS mine SET {table.Owner} = @to WHERE {table.OfOwner} AND ({condition}) RETURNING {Keys(table, null)}", cancellation);
        command.Add("owner", from);
        command.Add("to", to);
        var keys = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(KeyOf(reader, 0, table.Key.Count));
        }

        keys.Sort(StringComparer.Ordinal);
        return keys;
    }

    /// <summary>Pairs of rows, the first of <paramref name="owner"/>, the second of <paramref name="kept"/>, for which the condition holds.</summary>
    public async Task<IReadOnlyList<(string Mine, string Other)>> PairsAsync(PersonalTable table, Guid owner, Guid kept, string condition, CancellationToken cancellation)
    {
        await using var command = await CommandAsync(
            $"""
             SELECT {Keys(table, "mine")}, {Keys(table, "other")} FROM {table.Name} mine JOIN {table.Name} other ON other.{table.Owner} = @kept
             WHERE {table.OfOwner} AND ({condition}) ORDER BY 1
             """,
            cancellation);
        command.Add("owner", owner);
        command.Add("kept", kept);
        var pairs = new List<(string Mine, string Other)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            pairs.Add((KeyOf(reader, 0, table.Key.Count), KeyOf(reader, Math.Max(1, table.Key.Count), table.Key.Count)));
        }

        return pairs;
    }

    /// <returns>False when the row is no longer there, or no longer of <paramref name="from"/>.</returns>
    public async Task<bool> GiveAsync(PersonalTable table, string key, Guid from, Guid to, CancellationToken cancellation)
    {
        var parts = JsonSerializer.Deserialize<string[]>(key)!;
        var apart = string.Concat(table.Key.Select((column, rank) => $" AND CAST({column} AS text) = @key{rank}"));
        var about = table.About is null ? "" : $" AND ({table.About})";
        await using var command = await CommandAsync($"UPDATE {table.Name} AS mine SET {table.Owner} = @to WHERE mine.{table.Owner} = @from{apart}{about}", cancellation);
        command.Add("from", from);
        command.Add("to", to);
        for (var rank = 0; rank < parts.Length; rank++)
        {
            command.Add($"key{rank}", parts[rank]);
        }

        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    public async Task<DbCommand> CommandAsync(string sql, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Made of what the rooms declare; what people typed is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static string Keys(PersonalTable table, string? row) =>
        table.Key.Count is 0 ? "''" : string.Join(", ", table.Key.Select(column => $"CAST({(row is null ? column : $"{row}.{column}")} AS text)"));

    private static string KeyOf(DbDataReader reader, int first, int count) =>
        JsonSerializer.Serialize(Enumerable.Range(first, count).Select(reader.GetString));
}

internal static class OwnedRowParameters
{
    public static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
