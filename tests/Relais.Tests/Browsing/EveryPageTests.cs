using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

/// <summary>
/// Every page of the endpoint table, empty, full and in error, as a role that may open it; with every such role when
/// <c>RELAIS_TEST_ALL</c> is set (<c>./relais test --all</c>).
/// </summary>
public sealed class EveryPageTests(Browser browser, PostgresServer postgres)
{
    [Theory]
    [InlineData(PageState.Empty)]
    [InlineData(PageState.Full)]
    [InlineData(PageState.Error)]
    public async Task Every_page_passes_every_check(PageState state)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        if (state is not PageState.Empty)
        {
            await Demonstrated.SeedAsync(node);
        }

        var everyRole = Environment.GetEnvironmentVariable("RELAIS_TEST_ALL") is "1";
        await using var checks = new PageChecks(browser, node);
        var visited = 0;
        foreach (var visit in await PageTable.ReadAsync(node, everyRole))
        {
            await checks.CheckAsync(visit.Url, state, visit.Member, visit.Role);
            visited++;
        }

        Assert.True(visited > 20, $"only {visited} pages were found");
        Assert.Empty(await checks.FinishAsync());
    }
}
