using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Duplicates;
using Relais.Kernel.Data;
using Relais.Kernel.PersonalData;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts.MyData;

/// <summary>What a room keeps of people is declared: what is not would be neither shown, nor merged, nor erased.</summary>
public sealed class PersonalTableTests(PostgresServer postgres)
{
    /// <summary>Rows that hang on a person and are about something else.</summary>
    private static readonly HashSet<string> AboutOthers =
    [
        // That a dossier is gone: an id and a number.
        "volunteer_departure",
        // Who answered the link of the first start: an account, whose erasure leaves a number.
        "first_administrator",
    ];

    [Theory, OnEveryEngine]
    public async Task Every_table_that_leads_to_a_person_or_an_account_is_declared(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await using var scope = node.Services.CreateAsyncScope();
        var declared = scope.ServiceProvider.GetRequiredService<PersonalTables>().All.Select(table => table.Name).ToHashSet();
        await using var command = await scope.ServiceProvider.GetRequiredService<OwnedRows>().CommandAsync(
            engine is Engine.Postgres
                ? "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name IN ('person_id', 'account_id')"
                : "SELECT DISTINCT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name IN ('person_id', 'account_id')",
            TestContext.Current.CancellationToken);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        Assert.InRange(found.Count, 20, 200);
        // The journal bears the ids of accounts, on purpose and for good.
        Assert.DoesNotContain(found, table => !declared.Contains(table) && !AboutOthers.Contains(table) && table is not "journal_entry");
    }

    [Theory, OnEveryEngine]
    public async Task Every_declaration_is_understood_by_the_database(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await using var scope = node.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OwnedRows>();
        foreach (var table in scope.ServiceProvider.GetRequiredService<PersonalTables>().All)
        {
            Assert.Empty(await rows.GiveAllAsync(table, Guid.CreateVersion7(), Guid.CreateVersion7(), "1 = 1", TestContext.Current.CancellationToken));
            await using var columns = await rows.CommandAsync($"SELECT {string.Join(", ", table.Hidden.Append(table.Owner))} FROM {table.Name} WHERE 1 = 0", TestContext.Current.CancellationToken);
            await using var reader = await columns.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            Assert.False(await reader.ReadAsync(TestContext.Current.CancellationToken));
        }
    }
}
