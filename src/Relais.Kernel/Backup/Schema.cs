using System.Data.Common;
using System.Globalization;
using Relais.Kernel.Data;

namespace Relais.Kernel.Backup;

/// <summary>What a database holds, asked of the database itself: a table that no room remembers is saved like the others.</summary>
internal static class Schema
{
    private const string PostgresTables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
    private const string SqliteTables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1";

    public static async Task<IReadOnlyList<SavedTable>> TablesAsync(Engine engine, Func<string, DbCommand> command, CancellationToken cancellation)
    {
        var tables = new List<SavedTable>();
        foreach (var table in await ListAsync(command(engine is Engine.Postgres ? PostgresTables : SqliteTables), cancellation))
        {
            await using var count = command($"SELECT count(*) FROM {Quoted(table)}");
            var rows = Convert.ToInt64(await count.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
            var columns = await ListAsync(command(engine is Engine.Postgres
                ? $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position"
                : $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid"), cancellation);
            tables.Add(new SavedTable(table, rows, columns));
        }

        return tables;
    }

    public static Task<IReadOnlyList<string>> MigrationsAsync(Func<string, DbCommand> command, CancellationToken cancellation) =>
        ListAsync(command("SELECT module || '/' || file FROM schema_migration ORDER BY 1"), cancellation);

    public static async Task<IReadOnlyList<string>> ListAsync(DbCommand question, CancellationToken cancellation)
    {
        await using var command = question;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var list = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            list.Add(reader.GetString(0));
        }

        return list;
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
