using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed class ZoningPageTests(PostgresServer postgres)
{
    /// <summary>Three meshes of Brittany: their figures are 2.5, 3.5 and 4.5 with the doctors of 65 at most.</summary>
    private const string Territory = "245614417+200067197", Page = $"/observatoire/zonage?territoires={Territory}";

    private const string Mesh = "code,tvs,tvs_name\n56066,T1,Pays de Gourin\n56100,T1,Pays de Gourin\n29081,T2,Pays de Huelgoat\n29018,T3,Pays de Brennilis\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_meshes_the_page_says_what_to_import_and_shows_what_was_published()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Zoning, "epci\n245614417\n", "2025-06-27");

        var page = await node.CreateClient().GetPageAsync(Page);

        Assert.Contains("./relais import mesh", page.Flat(), StringComparison.Ordinal);
        Assert.Contains("Zones rouges de la solidarité territoriale", page.Flat(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("svg.rs-map"));
        Assert.Equal(HttpStatusCode.OK, (await node.CreateClient().GetAsync(new Uri("/observatoire/zonage", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task The_rules_of_a_day_stand_beside_what_was_published_with_the_reason_the_cap_and_the_difference(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        await node.ImportAsync(DatasetKind.PublishedApl, Workbook());
        await node.ImportAsync(DatasetKind.Mesh, Mesh);
        await node.ImportAsync(DatasetKind.Zoning, "commune,zone\n56066,1_ZIP\n56100,1_ZIP\n29081,1_ZIP\n", "2018");
        await node.ImportAsync(DatasetKind.Zoning, "commune,zone\n56066,1_ZIP\n56100,1_ZIP\n29081,HZ\n", "2021");
        await node.ImportAsync(DatasetKind.Zoning, "epci\n245614417\n", "2025-06-27");

        var without = await client.GetPageAsync($"{Page}&jour=30/06/2019");
        await node.ImportAsync(DatasetKind.ZoningCaps, "region,zip,zac\n53,0,100\n", "2018");
        var page = await client.GetPageAsync($"{Page}&jour=30/06/2019");
        var now = await client.GetPageAsync(Page);

        Assert.Equal(["ZIP, sélection nationale (A)", "Vivier : à l’ARS de choisir", "Hors vivier"], Classes(without));
        Assert.Equal(["ZIP, sélection nationale (A)", "ZAC", "Hors vivier"], Classes(page));
        var text = page.Flat();
        Assert.Contains("Arrêté du 13 novembre 2017", text, StringComparison.Ordinal);
        Assert.Contains("APL de 2,5, au plus 2,5 : la sélection est nationale.", text, StringComparison.Ordinal);
        Assert.Contains("Plus assez de place en ZIP dans la part de la région.", text, StringComparison.Ordinal);
        Assert.Contains("1 territoire n’est pas, ou pas tout entier, dans la zone que donneraient les règles", text, StringComparison.Ordinal);
        Assert.Contains("Huelgoat : HZ (avant, 2018 : ZIP)", text, StringComparison.Ordinal);
        Assert.Contains("une zone rouge n’est pas une ZIP", text, StringComparison.Ordinal);
        Assert.Contains("Marge d’adaptation prise : 0 habitants sur", text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.rs-map"));

        // The caps of 2018 are none of the order of 2025, of which the page says what is not known.
        Assert.Contains("non importés : ./relais import zoning-caps", now.Flat(), StringComparison.Ordinal);
        Assert.Contains("Relais ne connaît que le résumé", now.Flat(), StringComparison.Ordinal);

        var csv = await client.GetStringAsync(new Uri($"{Page}&jour=30/06/2019&tableau=territoires&format=csv", UriKind.Relative), Cancellation);
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Contains("Source d’essai", line, StringComparison.Ordinal));
        var regions = await client.GetStringAsync(new Uri($"{Page}&jour=30/06/2019&tableau=regions&format=csv", UriKind.Relative), Cancellation);
        Assert.Contains("Bretagne", regions, StringComparison.Ordinal);
        Assert.Contains("Toutes les ZIP", regions, StringComparison.Ordinal);
        var communes = await client.GetStringAsync(new Uri($"{Page}&tableau=communes&format=csv", UriKind.Relative), Cancellation);
        Assert.Contains("zone rouge – 2025-06-27", communes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_try_other_parameters_and_the_page_says_that_they_are_none_of_the_order()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        await node.ImportAsync(DatasetKind.PublishedApl, Workbook());
        await node.ImportAsync(DatasetKind.Mesh, Mesh);

        var order = await client.GetPageAsync($"{Page}&jour=2019-06-30");
        var tried = await client.GetPageAsync($"{Page}&jour=2019-06-30&selection=2,4&vivier=5&zip=100&zac=0");
        var adapted = await client.GetPageAsync($"{Page}&jour=2019-06-30&marge=100&zip=100&zac=100&adapter=T3:zac");
        var wrong = await client.GetPageAsync($"{Page}&jour=2019-06-30&selection=beaucoup&vivier=1&zip=10");
        var csv = await client.GetStringAsync(new Uri($"{Page}&jour=2019-06-30&selection=3&tableau=territoires&format=csv", UriKind.Relative), Cancellation);

        Assert.DoesNotContain("Vos paramètres", order.Flat(), StringComparison.Ordinal);
        Assert.Equal(["ZIP, part régionale (B)", "ZIP, part régionale (B)", "ZIP, part régionale (B)"], Classes(tried));
        Assert.Contains("Vos paramètres, pas ceux de l’arrêté", tried.Flat(), StringComparison.Ordinal);
        Assert.Contains("Hors du vivier, ajoutée par adaptation.", adapted.Flat(), StringComparison.Ordinal);
        Assert.Equal(3, wrong.QuerySelectorAll(".govuk-error-summary__list li").Length);
        Assert.Equal("beaucoup", ((IHtmlInputElement)wrong.QuerySelector("#Selection")!).Value);
        Assert.Equal(Classes(order), Classes(wrong));
        Assert.All(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains("vos paramètres, pas ceux de l’arrêté", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demonstration_stamps_what_it_invents_and_counts_no_more_people_than_the_cap()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var page = await client.GetPageAsync("/observatoire/zonage?territoires=REG-53");
        var csv = await client.GetStringAsync(new Uri("/observatoire/zonage?territoires=REG-53&tableau=territoires&format=csv", UriKind.Relative), Cancellation);

        Assert.Contains("Chiffres inventés pour la démonstration", page.Flat(), StringComparison.Ordinal);
        Assert.All(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains("oui : démonstration", line.Flat(), StringComparison.Ordinal));
        var zip = page.QuerySelectorAll("table").Single(table => table.TextContent.Contains("Habitants par classe, Bretagne", StringComparison.Ordinal)).QuerySelectorAll("tbody tr")[^1].QuerySelectorAll("td").Select(cell => Number(cell.TextContent)).ToList();
        Assert.InRange(zip[1], 5, zip[2]);
        Assert.Equal(12, zip[2]);
        Assert.Contains("Aucun zonage importé ne parle de ce territoire", page.Flat(), StringComparison.Ordinal);
    }

    private static double Number(string text) => double.Parse(text.Flat().TrimEnd('%').Replace(" ", "", StringComparison.Ordinal), CultureInfo.GetCultureInfo("fr-FR"));

    private static IEnumerable<string> Classes(IHtmlDocument page) => page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
        .Select(row => row.QuerySelectorAll("td")[0].ChildNodes[0].TextContent.Flat());

    private static byte[] Workbook() => PublishedAplTests.Workbook(("APL 2023", "C/an/hab", [Row("56066", "2.5"), Row("56100", "2.5"), Row("29081", "3.5"), Row("29018", "4.5")]));

    private static string[] Row(string code, string apl) => [code, "Une commune", "9", apl, "1", "1", "520", "600"];
}
