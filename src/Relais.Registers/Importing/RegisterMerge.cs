using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Registers.Contracts;

namespace Relais.Registers.Importing;

/// <summary>
/// Lays an extract beside the lines in place and brings these up to it, within the transaction in progress. What did not
/// change is not written again.
/// </summary>
internal sealed class RegisterMerge(RegistersDb db, RegisterShape shape)
{
    private const string Staged = "register_staged";
    private const string Incoming = "register_incoming";

    private bool IsPostgres => db.Engine is Engine.Postgres;

    private string TextColumns => Listed(shape.Columns.Select(column => $"{column} text{(IsPostgres ? " COLLATE \"C\"" : "")} NOT NULL"));

    private string SameLine(string left, string right) => string.Join(" AND ", shape.Keys.Select(key => $"{left}.{key} = {right}.{key}"));

    private static string Listed(IEnumerable<string> columns, string prefix = "") => string.Join(", ", columns.Select(column => $"{prefix}{column}"));

    private string Grouped =>
        $"SELECT {Listed(shape.Keys)}, {Listed(shape.Values.Select(value => $"MIN({value}) AS {value}"))} FROM {Staged} GROUP BY {Listed(shape.Keys)}";

    /// <summary>Reads the whole extract into a table that this transaction alone sees.</summary>
    public async Task StageAsync(IEnumerable<object?[]> lines, CancellationToken cancellation)
    {
        await DropAsync(cancellation);
        await ExecuteAsync(IsPostgres ? "SET LOCAL work_mem = '64MB'" : "PRAGMA cache_size = -65536", cancellation);
        await ExecuteAsync($"CREATE TEMP TABLE {Staged} ({TextColumns}){(IsPostgres ? " ON COMMIT DROP" : "")}", cancellation);
        await db.BulkInsertAsync(Staged, shape.Columns, lines, cancellation);
    }

    /// <summary>Takes everything in where nothing was.</summary>
    public async Task<long> FillAsync(int run, bool isInOrder, CancellationToken cancellation) => await ExecuteAsync(
        $"INSERT INTO {shape.Table} ({Listed(shape.Columns)}, run) SELECT g.*, {{0}} FROM {(isInOrder ? Staged : $"({Grouped})")} AS g{(isInOrder ? "" : $" ORDER BY {Listed(shape.Keys)}")}",
        cancellation,
        run);

    /// <summary>Keeps each line of the extract once.</summary>
    /// <returns>How many.</returns>
    public async Task<long> DistinguishAsync(bool isInOrder, CancellationToken cancellation)
    {
        if (IsPostgres)
        {
            await ExecuteAsync(isInOrder ? $"ALTER TABLE {Staged} RENAME TO {Incoming}" : $"CREATE TEMP TABLE {Incoming} ON COMMIT DROP AS {Grouped}", cancellation);
            await ExecuteAsync($"ANALYZE {Incoming}", cancellation);
        }
        else
        {
            await ExecuteAsync($"CREATE TEMP TABLE {Incoming} ({TextColumns}, PRIMARY KEY ({Listed(shape.Keys)})) WITHOUT ROWID", cancellation);
            await ExecuteAsync($"INSERT INTO {Incoming} {(isInOrder ? $"SELECT * FROM {Staged}" : Grouped)}", cancellation);
        }

        return await CountAsync(Incoming, cancellation);
    }

    /// <summary>How many lines of the table are there.</summary>
    public Task<long> PresentAsync(CancellationToken cancellation) => CountAsync($"{shape.Table} WHERE missing_since IS NULL", cancellation);

    public Task<long> NewAsync(CancellationToken cancellation) => CountAsync($"{Incoming} AS i WHERE {NotIn(shape.Table, "i")}", cancellation);

    public Task<long> ChangedAsync(CancellationToken cancellation) =>
        CountAsync($"{shape.Table} AS t JOIN {Incoming} AS i ON {SameLine("t", "i")} WHERE {Differs}", cancellation);

    public Task<long> VanishedAsync(CancellationToken cancellation) =>
        CountAsync($"{shape.Table} AS t WHERE missing_since IS NULL AND {NotIn(Incoming, "t")}", cancellation);

    public Task<long> AddAsync(int run, CancellationToken cancellation) => ExecuteAsync(
        $"INSERT INTO {shape.Table} ({Listed(shape.Columns)}, run) SELECT {Listed(shape.Columns, "i.")}, {{0}} FROM {Incoming} AS i WHERE {NotIn(shape.Table, "i")}",
        cancellation,
        run);

    public Task<long> ChangeAsync(int run, CancellationToken cancellation) => ExecuteAsync(
        $"UPDATE {shape.Table} AS t SET {string.Join(", ", shape.Values.Select(value => $"{value} = i.{value}"))}, run = {{0}}, missing_since = NULL FROM {Incoming} AS i WHERE {SameLine("t", "i")} AND ({Differs})",
        cancellation,
        run);

    public Task<long> NoteVanishedAsync(DateOnly vintage, CancellationToken cancellation) => ExecuteAsync(
        $"UPDATE {shape.Table} AS t SET missing_since = {{0}} WHERE missing_since IS NULL AND {NotIn(Incoming, "t")}", cancellation, vintage);

    public Task<long> ForgetAsync(DateOnly missingBefore, CancellationToken cancellation) =>
        ExecuteAsync($"DELETE FROM {shape.Table} WHERE missing_since < {{0}}", cancellation, missingBefore);

    /// <summary>A connection of SQLite keeps such tables, and its cache, for who uses it next.</summary>
    public async Task DropAsync(CancellationToken cancellation)
    {
        await ExecuteAsync($"DROP TABLE IF EXISTS {Staged}", cancellation);
        await ExecuteAsync($"DROP TABLE IF EXISTS {Incoming}", cancellation);
        if (!IsPostgres)
        {
            await ExecuteAsync("PRAGMA cache_size = -2000", cancellation);
        }
    }

    private string Differs => string.Join(" OR ", [.. shape.Values.Select(value => $"t.{value} <> i.{value}"), "t.missing_since IS NOT NULL"]);

    private string NotIn(string table, string alias) => $"NOT EXISTS (SELECT 1 FROM {table} AS o WHERE {SameLine("o", alias)})";

#pragma warning disable EF1002 // Names of tables and columns are written in this program; values are parameters.
    private async Task<long> CountAsync(string from, CancellationToken cancellation) =>
        await db.Database.SqlQueryRaw<long>($"""SELECT count(*) AS "Value" FROM {from}""").SingleAsync(cancellation);

    private async Task<long> ExecuteAsync(string sql, CancellationToken cancellation, params object[] parameters) =>
        await db.Database.ExecuteSqlRawAsync(sql, parameters, cancellation);
#pragma warning restore EF1002
}
