using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Kernel;

public class SchemaTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task The_migrations_and_the_model_describe_the_same_columns(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);

        await installation.AddNode().WithDbAsync(async db =>
        {
            foreach (var entity in db.Model.GetEntityTypes())
            {
                var expected = entity.GetProperties().Select(p => $"{entity.GetTableName()}.{p.GetColumnName()} {(p.IsNullable ? "may be empty" : "required")}");
                Assert.Equal(expected.Order(StringComparer.Ordinal), await ReadColumnsAsync(db, entity.GetTableName()!));
            }

            return true;
        });
    }

    [Theory, OnEveryEngine]
    public async Task Any_number_of_nodes_may_start_at_once(Engine engine)
    {
        await using var installation = await Installation.CreateEmptyAsync(engine, postgres);
        var nodes = Enumerable.Range(0, 4).Select(_ => installation.AddNode()).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Services)));

        Assert.Equal(0, await nodes[0].Services.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<List<string>> ReadColumnsAsync(RelaisDb db, string table)
    {
        var columns = db.Engine is Engine.Postgres
            ? db.Database.SqlQuery<Column>($"""SELECT column_name AS "Name", is_nullable = 'YES' AS "IsNullable" FROM information_schema.columns WHERE table_name = {table} AND table_schema = 'public'""")
            : db.Database.SqlQuery<Column>($"""SELECT name AS "Name", "notnull" = 0 AND pk = 0 AS "IsNullable" FROM pragma_table_info({table})""");

        var found = await columns.ToListAsync();
        return [.. found.Select(column => $"{table}.{column.Name} {(column.IsNullable ? "may be empty" : "required")}").Order(StringComparer.Ordinal)];
    }

    private sealed record Column(string Name, bool IsNullable);
}
