using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>A territory put together by a visitor, without JavaScript: every step is a link or a form that is sent by GET.</summary>
public sealed class ComposePageTests(PostgresServer postgres)
{
    private const string Page = "/observatoire/territoire";
    private const string RoiMorvan = "245614417";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_territory_is_composed_by_search_map_and_lists_and_its_address_says_it()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();

        var empty = await client.GetPageAsync(Page);
        Assert.Null(empty.QuerySelector("svg.rs-map"));

        var found = await client.GetPageAsync($"{Page}?ajouter=roi+morvan");
        Assert.Contains(found.QuerySelectorAll("button[name=ajouter]"), button => button.GetAttribute("value") is RoiMorvan);

        var whole = await client.GetPageAsync($"{Page}?ajouter={RoiMorvan}");
        Assert.Equal(RoiMorvan, SetOf(whole));
        Assert.Equal("21", Kpi(whole, "Communes"));

        // On the map Gourin leads to the set without it, and a commune around to the set with it.
        var links = whole.QuerySelectorAll("svg.rs-map a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Contains($"{Page}?territoires={RoiMorvan}&retirer=56066#carte", links);
        Assert.Equal(21, links.Count(link => link.Contains("&retirer=", StringComparison.Ordinal)));
        Assert.Contains("✓ Gourin", whole.QuerySelector("svg.rs-map")!.TextContent, StringComparison.Ordinal);

        // All that a click does, a button does: the lists have every chosen commune and every neighbour.
        Assert.Equal(21, whole.QuerySelectorAll("button[name=retirer].rs-chip--on").Length);
        var around = whole.QuerySelectorAll("button[name=ajouter].rs-chip").Select(button => button.GetAttribute("value")!).ToList();
        Assert.Contains("22061", around); // Glomel lies beside, in another department.
        Assert.All(around, code => Assert.Contains($"{Page}?territoires={RoiMorvan}&ajouter={code}#carte", links));

        var less = await client.GetPageAsync($"{Page}?territoires={RoiMorvan}&retirer=56066");
        Assert.Equal($"{RoiMorvan}+~56066", SetOf(less));
        Assert.Contains("CC Roi Morvan Communauté, moins 1 commune", less.Flat(), StringComparison.Ordinal);
        Assert.Contains("20 communes sur 21", less.Flat(), StringComparison.Ordinal);

        var more = await client.GetPageAsync($"{Page}?territoires={RoiMorvan}&ajouter=voisines");
        Assert.Equal($"{21 + around.Count}", Kpi(more, "Communes"));
        Assert.Equal("22, 29, 56", Kpi(more, "3 départements"));
    }

    [Fact]
    public async Task Totals_are_those_of_the_overview_whatever_the_set()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply);
        var client = node.CreateClient();
        const string Set = $"{RoiMorvan}+29018+~56066";

        var composed = await client.GetPageAsync($"{Page}?territoires={Set}");
        var people = Kpi(composed, "Habitants");
        foreach (var address in (string[])[$"/observatoire?territoires={Set}", $"/observatoire/simulation?territoires={Set}", $"/observatoire/sites?territoires={Set}", $"/observatoire?territoires={Set}&indicateur=densite-medecins-generalistes"])
        {
            var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }

        var overview = await client.GetPageAsync($"/observatoire?territoires={Set}");
        Assert.Equal(people, overview.QuerySelector(".rs-kpi__value")!.TextContent.Flat());
        Assert.Equal(21, overview.QuerySelectorAll("svg.rs-map a").Length);
        var csv = await client.GetStringAsync(new Uri($"{Page}?territoires={Set}&format=csv", UriKind.Relative), Cancellation);
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList();
        Assert.Equal(21, rows.Count);
        Assert.Equal(people, rows.Sum(row => int.Parse(row[4], CultureInfo.InvariantCulture)).ToString("N0", CultureInfo.GetCultureInfo("fr-FR")).Flat());
    }

    [Fact]
    public async Task A_pays_of_a_hundred_communes_in_three_departments_has_a_short_address_a_map_and_figures()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();

        // Six intercommunalities in the middle of Brittany.
        var page = await client.GetPageAsync($"{Page}?ajouter={RoiMorvan}+200067197+242900744+242200715+242900561+245614433");

        var set = SetOf(page);
        Assert.InRange(set.Length, 30, 200);
        Assert.Contains("22, 29, 56", page.Flat(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.rs-map"));
        Assert.NotNull((await client.GetPageAsync($"/observatoire?territoires={set}")).QuerySelector("svg.rs-map"));
    }

    [Fact]
    public async Task What_is_typed_is_answered_on_the_page()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();
        foreach (var (query, expected) in new[]
        {
            ("?ajouter=zzzzqqqq", "Rien ne porte ce nom"),
            ("?territoires=NULLE-PART-AILLEURS-DU-TOUT", "Aucun territoire n’a ce nom ni ce code"),
            ("?territoires=29155", "Aucune autre commune ne touche cet ensemble"),
            ("?territoires=REG-53", "trop vaste pour être touché"),
            ("?territoires=56066&retirer=56066", "Un pays, un bassin de vie"),
            ("?territoires=56066&retirer=%F0%9F%98%80", "Communes voisines"),
        })
        {
            Assert.Contains(expected, (await client.GetPageAsync($"{Page}{query}")).Flat(), StringComparison.Ordinal);
        }
    }

    /// <summary>The set of the page, as its address has it.</summary>
    private static string SetOf(IHtmlDocument page) => page.QuerySelector("main input[name=territoires]")!.GetAttribute("value")!;

    private static string Kpi(IHtmlDocument page, string label) =>
        page.QuerySelectorAll(".rs-kpi").Single(kpi => kpi.QuerySelector(".rs-kpi__label")!.TextContent.Flat() == label).QuerySelector(".rs-kpi__value")!.TextContent.Flat();
}
