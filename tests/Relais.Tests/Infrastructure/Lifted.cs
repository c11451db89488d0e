using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Tests.Infrastructure;

/// <summary>
/// Takes one constraint away, as if its line were missing from the migration. What was refused before and passes after
/// was refused by that constraint and by nothing else.
/// </summary>
internal static partial class Lifted
{
    /// <summary>A unique index that stands by itself, on either engine.</summary>
    public static Task WithoutIndexAsync(this Node node, string index) => node.ExecuteAsync($"DROP INDEX {index}");

    /// <summary>A constraint that is part of a table: of its definition on SQLite, by its name on PostgreSQL.</summary>
    /// <param name="node">The node.</param>
    /// <param name="table">The table.</param>
    /// <param name="constraint">The name that PostgreSQL knows.</param>
    /// <param name="written">The clause as the migration writes it.</param>
    public static Task WithoutConstraintAsync(this Node node, string table, string constraint, string written) => node.WithDbAsync(async db =>
    {
        if (db.Engine is Engine.Postgres)
        {
            return await ExecuteAsync(db, $"ALTER TABLE {table} DROP CONSTRAINT {constraint}");
        }

        // SQLite cannot: the table is made again without the clause, and its rows are copied.
        await using var connection = new SqliteConnection(db.Database.GetConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '{table}'";
        var definition = (string)(await command.ExecuteScalarAsync())!;
        var without = Clause(written).Replace(definition, "", 1);
        Assert.NotEqual(definition, without);
        command.CommandText =
            $"""
            PRAGMA foreign_keys = OFF;
            PRAGMA legacy_alter_table = ON;
            ALTER TABLE {table} RENAME TO {table}_before;
            {without};
            INSERT INTO {table} SELECT * FROM {table}_before;
            DROP TABLE {table}_before;
            """;
        return await command.ExecuteNonQueryAsync();
    });

    /// <summary>A rule that SQLite keeps by triggers and PostgreSQL by a constraint of the same name.</summary>
    public static Task WithoutExclusionAsync(this Node node, string table, string constraint) => node.WithDbAsync(db => ExecuteAsync(
        db,
        db.Engine is Engine.Postgres
            ? $"ALTER TABLE {table} DROP CONSTRAINT {constraint}"
            : $"DROP TRIGGER {constraint}_insert; DROP TRIGGER {constraint}_update"));

    private static Task ExecuteAsync(this Node node, string sql) => node.WithDbAsync(db => ExecuteAsync(db, sql));

    private static Task<int> ExecuteAsync(RelaisDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);

    /// <summary>The clause with the comma that parts it from the one before.</summary>
    private static Regex Clause(string written) => new($@",\s*{Regex.Escape(written)}", RegexOptions.None, TimeSpan.FromSeconds(1));
}
