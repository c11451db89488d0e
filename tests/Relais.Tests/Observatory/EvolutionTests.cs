using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Supply;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>Figures over the vintages that are kept: what rises, what falls, and what is no series.</summary>
public sealed class EvolutionTests(PostgresServer postgres)
{
    private const string Density = "territoires=245614417&indicateur=densite-medecins-generalistes";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Two_vintages_are_a_line_with_its_table_and_undoing_one_takes_it_away(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        await node.ImportAsync(DatasetKind.Supply, Doctors(3, supervisors: 1), "2024");
        var latest = await node.ImportAsync(DatasetKind.Supply, Doctors(6, supervisors: 2), "2026");

        var page = await client.GetPageAsync($"/observatoire/evolution?{Density}");
        Assert.Equal([["2024", "1,2", "", ""], ["2026", "2,4", "+1,2", "+100,0 %"]], Rows(page));
        Assert.Equal(["2024. Source d’essai ; Population", "2026. Source d’essai ; Population"], Sources(page).Select(source => source[..33]));
        Assert.Equal(["1,2", "2,4"], page.QuerySelectorAll("main svg .rs-chart__value").Select(value => value.TextContent));
        Assert.Single(page.QuerySelectorAll("main svg .rs-chart__way"));
        Assert.Contains("en hausse depuis 2024", page.Flat(), StringComparison.Ordinal);
        var csv = await client.GetStringAsync(new Uri($"/observatoire/evolution?{Density}&format=csv", UriKind.Relative), Cancellation);
        Assert.Equal(["Année ou date", "2024;1,2", "2026;2,4"], csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select((line, rank) => string.Join(';', line.Split(';').Take(rank is 0 ? 1 : 2))));
        Assert.Equal([["2024", "1", "", ""], ["2026", "2", "+1", "+100,0 %"]], Rows(await client.GetPageAsync("/observatoire/evolution?territoires=245614417&indicateur=maitres-de-stage")));
        Assert.Equal([["2024", "33", ""], ["2026", "33", "0 pt"]], Rows(await client.GetPageAsync("/observatoire/evolution?territoires=245614417&indicateur=part-des-maitres-de-stage")));

        var overview = await client.GetPageAsync($"/observatoire?{Density}");
        Assert.Equal(["↗ en hausse depuis 2024", "↗ en hausse depuis 2024"], overview.QuerySelectorAll("main .rs-kpi__trend").Take(2).Select(trend => trend.TextContent.Flat()));
        Assert.NotNull(overview.QuerySelector($"main a[href='/observatoire/evolution?{Density}']"));
        Assert.Matches("Au fil des ans : [0-9,]+ en 2024, [0-9,]+ en 2026, en hausse depuis 2024", (await client.GetPageAsync("/observatoire/communes/56066")).Flat());

        await node.ImportAsync(DatasetKind.Statistics, "commune,poverty_rate\n56066,14.5\n", "2021");
        await node.ImportAsync(DatasetKind.Statistics, "commune,poverty_rate\n56066,16\n", "2023");
        Assert.Equal([["2021", "14,5", ""], ["2023", "16,0", "+1,5 pt"]], Rows(await client.GetPageAsync("/observatoire/evolution?territoires=56066&indicateur=taux-de-pauvrete")));

        Assert.True(await node.UndoAsync(latest.Dataset!.Value));
        var alone = await client.GetPageAsync($"/observatoire/evolution?{Density}");
        Assert.Equal([["2024", "1,2", "", ""]], Rows(alone));
        Assert.Null(alone.QuerySelector("main svg[role=img]"));
        Assert.Empty((await client.GetPageAsync($"/observatoire?{Density}")).QuerySelectorAll("main .rs-kpi__trend"));
    }

    [Fact]
    public async Task What_is_no_series_is_said_and_not_subtracted()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        await node.ImportAsync(DatasetKind.Supply, Doctors(9), "2020");

        // This one speaks of Brest alone: Gourin did not lose its doctors.
        await node.ImportAsync(DatasetKind.Supply, "commune,profession,practitioners\n29019,general-practitioner,150\n", "2022");
        await node.ImportAsync(DatasetKind.Supply, Doctors(3), "2024");
        await node.ImportAsync(DatasetKind.Supply, Doctors(4), "2026", file => file with { Source = "Autre source" });

        // The first page reads two vintages and no more: on a node that took none of them in.
        var other = installation.AddNode();
        await other.CreateClient().GetPageAsync($"/observatoire?{Density}");
        Assert.Equal(["2024", "2026"], other.Services.GetRequiredService<SupplyBook.Kept>().Supplies.Values.Where(supply => !supply.IsEmpty).Select(supply => supply.Dataset.Vintage).Order());

        var page = await client.GetPageAsync($"/observatoire/evolution?{Density}");
        Assert.Equal([["2020", "3,6", "", ""], ["2022", "non couvert", "", ""], ["2024", "1,2", "−2,4", "−66,7 %"], ["2026", "1,6", "rupture", ""]], Rows(page));
        Assert.StartsWith("2026. Rupture de série : la source change. Autre source", Sources(page)[3], StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main svg .rs-chart__break"));
        Assert.Contains("source ou méthode changée depuis 2024", (await client.GetPageAsync($"/observatoire?{Density}")).Flat(), StringComparison.Ordinal);

        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/indicators/densite-medecins-generalistes/vintages?territories=245614417", UriKind.Relative), Cancellation));
        var vintages = answer.RootElement.GetProperty("vintages").EnumerateArray().ToList();
        Assert.Equal([true, false, true, true], vintages.Select(vintage => vintage.GetProperty("covered").GetBoolean()));
        Assert.Equal("none", vintages[1].GetProperty("figure").GetProperty("reason").GetString());
        Assert.Equal(["source"], vintages[3].GetProperty("breaks").EnumerateArray().Select(one => one.GetString()));
        Assert.StartsWith("Autre source ; Population de référence de l’INSEE", vintages[3].GetProperty("provenance").GetProperty("source").GetString()!.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/observatoire/evolution", "Voir")]
    [InlineData("/observatoire/evolution?territoires=Atlantide", "Aucun territoire n’a ce nom")]
    [InlineData("/observatoire/evolution?territoires=Saint-Aubin", "Plusieurs communes répondent à ce nom")]
    [InlineData("/observatoire/evolution?territoires=gourin", "Gourin au fil des ans")]
    [InlineData("/observatoire/evolution?territoires=REG-53&indicateur=bonheur", "n’a pas été importé")]
    public async Task Where_there_is_nothing_to_follow_the_page_says_what_is_missing(string address, string expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var page = await installation.AddNode().CreateClient().GetPageAsync(address);

        Assert.Contains(expected, page.QuerySelector("main")!.TextContent.Flat(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main table"));
    }

    private static string Doctors(int inGourin, int? supervisors = null)
    {
        var lines = ObservatoryFiles.Supply.Replace("56066,general-practitioner,3,12000,2,1,0", $"56066,general-practitioner,{inGourin},{inGourin * 4000},2,1,0", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        return string.Join('\n', supervisors is not { } some ? lines : lines.Select((line, rank) => rank is 0 ? $"{line},supervisors" : $"{line},{(rank is 1 ? some : 1)}"));
    }

    private static string[][] Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main table tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Flat()).ToArray())];

    /// <summary>Where each vintage comes from.</summary>
    private static List<string> Sources(IHtmlDocument page) => [.. page.QuerySelector("main ul.rs-small")!.Children.Select(line => line.TextContent.Flat())];
}
