using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed class NeighbourComparisonTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_territory_stands_beside_those_of_its_kind_that_touch_it_on_the_page_and_in_the_file()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();
        async Task<List<string>> NamesAsync(string set)
        {
            var page = await client.GetPageAsync($"/observatoire?territoires={set}&indicateur=population");
            var table = page.QuerySelectorAll("main table").SingleOrDefault(one => one.QuerySelector("caption")?.TextContent.Trim() is "Territoires voisins");
            return table is null ? [] : [.. table.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Flat())];
        }

        var epci = await NamesAsync("245614417");
        Assert.Equal("CC Roi Morvan Communauté", epci[0]);
        Assert.Contains("CC Poher Communauté", epci);
        Assert.Contains("CC du Kreiz-Breizh (CCKB)", epci);
        Assert.DoesNotContain("Brest Métropole", epci);

        Assert.Equal(["Finistère", "Côtes-d'Armor", "Morbihan"], await NamesAsync("DEP-29"));
        Assert.Equal(["Bretagne", "Normandie", "Pays de la Loire"], await NamesAsync("REG-53"));
        Assert.Contains("CC Roi Morvan Communauté", await NamesAsync("200067197+242900744"));
        Assert.Empty(await NamesAsync("REG-94"));

        var csv = await client.GetStringAsync(new Uri("/observatoire?territoires=DEP-29&indicateur=population&tableau=voisins&format=csv", UriKind.Relative), Cancellation);
        Assert.Equal(4, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("DEP-22", csv, StringComparison.Ordinal);
    }
}
