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
        var letters = Directory.CreateTempSubdirectory("relais-letters-");
        await using var installation = state is PageState.Empty
            ? await Installation.CreateAsync(Engine.Sqlite, postgres)
            : await Installation.CreateDemonstratedAsync();
        var node = installation.AddNode(configure: null, ("Demonstration", "true"), ("Mail:Folder", letters.FullName));
        node.ServeBrowsers();

        var everyRole = Environment.GetEnvironmentVariable("RELAIS_TEST_ALL") is "1";
        await using var checks = new PageChecks(browser, node);
        if (state is not PageState.Empty)
        {
            await checks.BeginRegistrationAsync(installation.AddNode());
        }

        var visited = 0;
        foreach (var visit in await new PageTable(node).ReadAsync(everyRole))
        {
            await checks.CheckAsync(visit, state);
            visited++;
        }

        letters.Delete(recursive: true);
        Assert.True(visited > 20, $"only {visited} pages were found");
        var faults = await checks.FinishAsync();
        Assert.True(faults.Count is 0, string.Join('\n', faults));
    }
}
