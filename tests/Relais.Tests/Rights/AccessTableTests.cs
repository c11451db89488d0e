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
        var node = installation.AddPublicNode();

        var endpoints = await EndpointTable.ReadAsync(node.Services);
        var rules = node.Services.GetRequiredService<AccessTable>().Rules.Select(rule => (rule.Method, rule.Route));

        Assert.Empty(endpoints.Except(rules).Select(row => $"{row.Method} {row.Route} has no row in the access table"));
    }

    [Fact]
    public async Task Every_row_of_the_access_table_names_an_endpoint()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddPublicNode();

        var endpoints = await EndpointTable.ReadAsync(node.Services);
        var rules = node.Services.GetRequiredService<AccessTable>().Rules.Select(rule => (rule.Method, rule.Route));

        Assert.Empty(rules.Except(endpoints).Select(row => $"{row.Method} {row.Route} is listed but does not exist"));
    }

    /// <summary>A change of rights is read in review. To approve it, copy <c>received.txt</c> over <c>approved.txt</c>.</summary>
    [Fact]
    public async Task Rights_are_those_that_were_approved()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var rules = installation.AddPublicNode().Services.GetRequiredService<AccessTable>().Rules;
        string[] received = [.. rules.Select(rule => rule.ToString()).Order(StringComparer.Ordinal)];

        // Branches that add rows are merged line by line, so the order of the file says nothing.
        var approved = await File.ReadAllLinesAsync(FileNamed("approved"), TestContext.Current.CancellationToken);
        if (!received.SequenceEqual(approved.Order(StringComparer.Ordinal)))
        {
            await File.WriteAllLinesAsync(FileNamed("received"), received, TestContext.Current.CancellationToken);
        }

        Assert.Equal(approved.Order(StringComparer.Ordinal), received);
        File.Delete(FileNamed("received"));
    }

    private static string FileNamed(string name) => Path.Combine(Repository.Root, $"tests/Relais.Tests/Rights/{name}.txt");
}
