using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accessibility.Times;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Travel;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>Times between communes: what water parts, and files in the layouts that engines and offices write.</summary>
public sealed class TravelTimesTests(PostgresServer postgres)
{
    private const string Page = "/administration/donnees";
    private const double Below = 20;

    [Fact]
    public async Task Nobody_drives_over_a_roadstead_and_a_bridge_is_driven_over()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        // Roscanvel to Brest: 9.6 km over the Goulet, an hour by road. Plougastel has its bridge.
        Assert.Equal(double.PositiveInfinity, await node.MinutesAsync("29238", "29019"));
        Assert.Equal(double.PositiveInfinity, await node.MinutesAsync("29019", "29238"));
        Assert.InRange(await node.MinutesAsync("29189", "29019"), 10, 20);
    }

    [Fact]
    public async Task Every_pair_of_shores_names_communes_of_today_and_parts_some_that_are_near()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var (rules, communes) = (scope.ServiceProvider.GetRequiredService<Relais.Kernel.Rules.DatedRules>(), scope.ServiceProvider.GetRequiredService<ICommunes>());
        var table = await communes.GetAsync(TestContext.Current.CancellationToken);
        var shores = await rules.ListAsync<Shores>(WaterBook.RuleKind, new DateOnly(2026, 11, 23), TestContext.Current.CancellationToken);

        Assert.True(shores.Count > 20);
        Assert.All(shores, rule =>
        {
            Commune[] one = [.. rule.Value.One.Select(code => table.Find(code)!)], other = [.. rule.Value.Other.Select(code => table.Find(code)!)];
            Assert.All(one.Concat(other), Assert.NotNull);
            Assert.Empty(one.Intersect(other));
            Assert.Contains(one, here => other.Any(there => table.MinutesFrom(here.Index)[there.Index.Value] < Below));
        });
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Each_layout_is_read_and_kept_and_the_surest_time_of_a_pair_counts(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var estimated = await node.MinutesAsync("29081", "29018");

        // Huelgoat, Brennilis, Loqueffret: true times of the two neighbouring pairs give the third.
        var edges = await node.ImportAsync(DatasetKind.NeighbourTimes, "from,to,minutes\n29081,29018,4.5\n29018,29141,5.5\n");
        Assert.Equal((4.5, 10.0, 10.0), (await node.MinutesAsync("29081", "29018"), await node.MinutesAsync("29081", "29141"), await node.MinutesAsync("29141", "29081")));

        var square = await node.ImportAsync(DatasetKind.TravelTimes, "seconds,29081,29018\n29081,0,390\n29018,450,0\n");
        Assert.Equal((6.5, 7.5, 10.0), (await node.MinutesAsync("29081", "29018"), await node.MinutesAsync("29018", "29081"), await node.MinutesAsync("29081", "29141")));
        Assert.Equal((2L, 2, 1.0), (square.Kept, square.Times!.Pairs, square.Times.MedianAsymmetry));

        var table = await node.ImportAsync(DatasetKind.TravelTimes, """{"code":"Ok","durations":[[0,600],[null,0]],"codes":["29081","29018"]}""", "2026");
        Assert.Equal((10.0, 4.5), (await node.MinutesAsync("29081", "29018"), await node.MinutesAsync("29018", "29081")));

        var peak = await node.ImportAsync(DatasetKind.TravelTimes, "from,to,minutes,minutes_hp\n29081,29018,6,9\n29018,29081,6,\n", "2027");
        Assert.Equal((7.5, 6.0), (await node.MinutesAsync("29081", "29018"), await node.MinutesAsync("29018", "29081")));

        foreach (var report in new[] { peak, table, square, edges })
        {
            Assert.True(await node.UndoAsync(report.Dataset!.Value));
        }

        Assert.Equal(estimated, await node.MinutesAsync("29081", "29018"));
    }

    [Theory]
    [InlineData("id,29081,29018\n29081,0,390\n", "minutes' or 'seconds'")]
    [InlineData("""{"code":"Ok","durations":[[0]]}""", "codes")]
    [InlineData("""{"code":"Ok","durations":[[0,1]],"codes":["29081"]}""", "another size")]
    [InlineData("minutes,29081,99999\n29081,0,3\n", "99999")]
    [InlineData("from,to,minutes,minutes_hp\n29081,29018,6,slow\n", "minutes_hp 'slow'")]
    public async Task What_cannot_be_read_is_refused_with_the_reason(string content, string reason)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var report = await installation.AddNode().ImportAsync(DatasetKind.TravelTimes, content);

        Assert.NotNull(report.Refusal);
        Assert.Contains(reason, Assert.Single(report.FirstRejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_tried_on_the_page_before_anything_changes()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var administrator = (await installation.AddNode().SignInAsync((Role.Administrator, Scope.National))).Browser;
        var page = await administrator.GetPageAsync(Page);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name='__RequestVerificationToken']")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("TravelTimes"), "Form.Kind" },
            { new StringContent("Distancier d’essai"), "Form.Source" },
            { new StringContent("2026"), "Form.Vintage" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("from,to,minutes\n29081,29018,6\n29018,29081,7.5\n")), "Form.File", "temps.csv" },
        };

        var answer = await administrator.PostAsync(new Uri(Page + "?handler=Try", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var tried = PageText.Flat(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        Assert.Contains("2 paires", tried, StringComparison.Ordinal);
        Assert.Contains("aller et retour : 1,5 min d’écart", tried, StringComparison.Ordinal);
        Assert.Contains("Rien n’a été importé", (await administrator.GetPageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
    }
}

file static class TimesOfNode
{
    public static async Task<double> MinutesAsync(this Node node, string from, string to)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var table = await scope.ServiceProvider.GetRequiredService<ICommunes>().GetAsync(TestContext.Current.CancellationToken);
        SparseTimes times = await scope.ServiceProvider.GetRequiredService<TimesBook>().FindAsync(20, TestContext.Current.CancellationToken);
        return times.Minutes(Rank(table, from), Rank(table, to));
    }

    private static int Rank(CommuneTable table, string code) => table.Find(CommuneCode.Parse(code).Value!)!.Index.Value;
}
