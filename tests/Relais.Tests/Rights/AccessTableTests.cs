using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Rights;

public sealed class AccessTableTests(PostgresServer postgres)
{
    [Fact]
    public async Task Every_endpoint_is_listed_in_the_access_table()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var endpoints = await EndpointTable.ReadAsync(node.Services);
        var rules = node.Services.GetRequiredService<AccessTable>().Rules.Select(rule => (rule.Method, rule.Route));

        Assert.Empty(endpoints.Except(rules).Select(row => $"{row.Method} {row.Route} has no row in the access table"));
    }

    [Fact]
    public async Task Every_row_of_the_access_table_names_an_endpoint()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var endpoints = await EndpointTable.ReadAsync(node.Services);
        var rules = node.Services.GetRequiredService<AccessTable>().Rules.Select(rule => (rule.Method, rule.Route));

        Assert.Empty(rules.Except(endpoints).Select(row => $"{row.Method} {row.Route} is listed but does not exist"));
    }

    /// <summary>A change of rights is read in review. To approve it, copy <c>received.txt</c> over <c>approved.txt</c>.</summary>
    [Fact]
    public async Task Rights_are_those_that_were_approved()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var table = string.Join('\n', node.Services.GetRequiredService<AccessTable>().Rules.Select(rule => rule.ToString()).Order(StringComparer.Ordinal)) + "\n";

        var received = Path.Combine(Repository.Root, "tests/Relais.Tests/Rights/received.txt");
        var approved = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/Relais.Tests/Rights/approved.txt"), TestContext.Current.CancellationToken);
        if (table != approved)
        {
            await File.WriteAllTextAsync(received, table, TestContext.Current.CancellationToken);
        }

        Assert.Equal(approved, table);
        File.Delete(received);
    }
}
