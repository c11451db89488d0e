using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Time;
using Relais.Observatory.Figures;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Observatory;

/// <summary>Needs as everybody reads them: counted by hand, and no establishment told apart.</summary>
public sealed class NeedIndicatorTests(PostgresServer postgres)
{
    private readonly SettableClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task What_was_asked_and_filled_is_read_without_an_establishment_being_recognised(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));
        var month = new DateTimeOffset(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1, 8, 0, 0, TimeSpan.Zero);
        _clock.Set(month.AddMonths(-1));

        // Carhaix: three establishments, eight places, six held. One each in three others: four places, one held.
        await TakeAsync(node, "29024", "290000017", places: 4, held: 4);
        await TakeAsync(node, "29024", "290000025", places: 2, held: 2);
        await TakeAsync(node, "29024", "290000033", places: 2, held: 0);
        await TakeAsync(node, "29019", "290000041", places: 2, held: 1);
        await TakeAsync(node, "29151", "290000058", places: 1, held: 0);
        await TakeAsync(node, "29232", "290000066", places: 3, held: 0);

        await TakeAsync(node, "29024", "290000017", places: 9, held: 0, need => need.State = NeedState.Cancelled);
        await TakeAsync(node, "29024", "290000017", places: 1, held: 0, startsAt: month.AddMonths(-14));
        _clock.Set(month.AddDays(9));
        await TakeAsync(node, "29024", "290000017", places: 5, held: 2);

        var client = node.CreateClient();
        var filled = await LinesAsync(client, "DEP-29", "besoins-pourvus");
        Assert.Equal(("75", "secret statistique", "secret statistique", "non disponible"), (filled["29024"], filled["29019"], filled["29232"], filled["29003"]));
        var page = await client.GetPageAsync("/observatoire?territoires=DEP-29&indicateur=besoins-pourvus");
        Assert.Equal(["50", "50", "50"], Compared(page));
        Assert.Contains("Relais, douze mois à fin", page.Flat(), StringComparison.Ordinal);

        // Now: one establishment of one commune looks for three people.
        var open = await LinesAsync(client, "DEP-29", "besoins-ouverts");
        Assert.Equal(("secret statistique", "0"), (open["29024"], open["29019"]));

        var evolution = await client.GetPageAsync("/observatoire/evolution?territoires=DEP-29&indicateur=besoins-pourvus");
        Assert.Equal(["secret statistique", "50"], evolution.QuerySelectorAll("main tbody tr").Select(row => row.Children[1].TextContent.Flat()));

        // One establishment alone in another department: the region less the Finistère would tell it.
        _clock.Set(month.AddMonths(-1));
        await TakeAsync(node, "35238", "350000022", places: 9, held: 0);
        _clock.Set(month.AddDays(9));
        Assert.Equal(["secret statistique", "30", "30"], Compared(await client.GetPageAsync("/observatoire?territoires=DEP-29&indicateur=besoins-pourvus")));
    }

    [Fact]
    public async Task Nothing_can_be_had_by_taking_one_figure_from_another()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var table = await installation.AddNode().WithAsync(async (ICommunes communes) => await communes.GetAsync(Cancellation));
        var random = new Random(20261123);
        var least = new ToldAtLeast(3, 6);
        var places = table.All.Where(commune => commune.Department is "29" or "56" or "22").ToList();
        for (var round = 0; round < 40; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 60))
                .Select(number => new FacilityPosts(Finess.Stored(number.ToString("D9", null)), places[random.Next(random.Next(1, places.Count))].Code, random.Next(1, 5), 0)).ToList();
            var told = ToldTogether.Of(table, lines, least);
            var asking = lines.Select(line => table.Find(line.Commune)!).Distinct().ToList();
            var sets = asking.Select(commune => new HashSet<CommuneIndex> { commune.Index })
                .Concat(asking.GroupBy(commune => commune.Department).Select(group => group.Select(commune => commune.Index).ToHashSet()))
                .Concat(Enumerable.Range(0, 60).Select(_ => asking.Where(_ => random.Next(3) > 0).Select(commune => commune.Index).ToHashSet()))
                .Append([.. asking.Select(commune => commune.Index)])
                .Where(set => told.Tells([.. set])).ToList();

            Assert.All(sets, set => ExpectMany(set, lines, table));
            foreach (var (one, other) in sets.SelectMany(one => sets.Select(other => (one, other))))
            {
                ExpectMany([.. one.Except(other)], lines, table);
            }
        }
    }

    /// <summary>Nobody, or three establishments and six places at least.</summary>
    private static void ExpectMany(HashSet<CommuneIndex> communes, List<FacilityPosts> lines, CommuneTable table)
    {
        var counted = lines.Where(line => communes.Contains(table.Find(line.Commune)!.Index)).ToList();
        Assert.True(counted.Count is 0 || (counted.Count >= 3 && counted.Sum(line => line.Posts) >= 6), $"{counted.Count} establishments are told");
    }

    private async Task TakeAsync(Node node, string commune, string hospital, int places, int held, Action<Need>? change = null, DateTimeOffset? startsAt = null)
    {
        var need = ReinforcementWorld.NewNeed(places, startsAt ?? _clock.GetUtcNow().AddDays(3), commune: commune, hospital: Finess.Stored(hospital));
        need.PublishedAt = _clock.GetUtcNow().AddHours(-2);
        change?.Invoke(need);
        var (_, offers) = await node.AskAsync(need, held);
        foreach (var offer in offers)
        {
            Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offer.Id, version: null, Cancellation)));
        }
    }

    /// <summary>The figures of the department, its region and the country.</summary>
    private static IEnumerable<string> Compared(IHtmlDocument page) => page.QuerySelector("main table")!.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Flat());

    /// <summary>The figure of each commune, as the file has it.</summary>
    private static async Task<Dictionary<string, string>> LinesAsync(HttpClient client, string territory, string indicator)
    {
        var csv = await client.GetStringAsync(new Uri($"/observatoire?territoires={territory}&indicateur={indicator}&format=csv", UriKind.Relative), Cancellation);
        return csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToDictionary(cells => cells[0], cells => cells[2].Flat());
    }
}
