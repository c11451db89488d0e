using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Statistics;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed class StatisticsTests(PostgresServer postgres)
{
    public static readonly TheoryData<Engine> BothEngines = [Engine.Sqlite, Engine.Postgres];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(BothEngines))]
    public async Task A_territory_is_told_by_people_over_people_and_rates_by_the_inhabitants_who_have_one(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var people = await PeopleAsync(node, "245614417");

        // Every commune: 100 of the source's 1 000 are old, 500 in Gourin; the emergencies are 10 minutes away from Gourin, 30 from the others but two.
        var codes = people.Keys.Order(StringComparer.Ordinal).ToList();
        var left = codes.Where(code => code != "56066").Take(2).ToList();
        var report = await node.ImportAsync(
            DatasetKind.Statistics,
            "code;population_75;population;minutes_to_emergency\n" + string.Join('\n', codes.Select(code => $"{code};{(code is "56066" ? 500 : 100)};1000;{(left.Contains(code) ? "" : code is "56066" ? "10,0" : "30")}")));

        Assert.Equal((21L, 21L, null), (report.Lines, report.Kept, report.Refusal));
        Assert.Equal(100.0 * (500 + (20 * 100)) / 21_000, (await ValueAsync(node, "75-ans-et-plus")).Value!.Value, 9);
        var (minutes, _) = await ValueAsync(node, "minutes-urgences");
        var known = people.Where(one => !left.Contains(one.Key)).ToList();
        Assert.Equal(known.Sum(one => one.Value * (one.Key is "56066" ? 10.0 : 30)) / known.Sum(one => one.Value), minutes!.Value, 9);
        var commune = await AskAsync(node, "minutes-urgences");
        Assert.Equal(2, commune.GetProperty("communes").EnumerateArray().Count(one => one.GetProperty("figure").GetProperty("reason").GetString() is "none"));
    }

    [Fact]
    public async Task Communes_that_merged_after_their_file_was_taken_in_are_one()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var report = await node.ImportAsync(DatasetKind.Statistics, "code;population_75;population;minutes_to_emergency\n56213;150;900;20\n");

        // As they would stand there had the code still been one of today.
        await using (var scope = node.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
            var former = CommuneCode.Parse("56049").Value!;
            db.Add(new StatisticLine { DatasetId = report.Dataset!.Value, Statistic = "population_75", CommuneCode = former, Amount = 50, CountedOver = 100 });
            db.Add(new StatisticLine { DatasetId = report.Dataset.Value, Statistic = "minutes_to_emergency", CommuneCode = former, Amount = 30 });
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(20, (await ValueAsync(node, "75-ans-et-plus", "56213")).Value!.Value, 9);
        Assert.Equal(25, (await ValueAsync(node, "minutes-urgences", "56213")).Value!.Value, 9);
    }

    [Theory, MemberData(nameof(BothEngines))]
    public async Task Each_column_is_read_from_the_latest_file_that_has_it_until_that_one_is_undone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Statistics, "commune,poverty_rate,median_income\n56066,12,20000\n", "2021");
        var second = await node.ImportAsync(DatasetKind.Statistics, "commune,poverty_rate\n56066,14.5\n", "2022");

        var (rate, from) = await ValueAsync(node, "taux-de-pauvrete", "56066");
        var income = await ValueAsync(node, "niveau-de-vie", "56066");
        var vintages = await node.CreateClient().GetFromJsonAsync<JsonElement>("/api/v1/indicators/taux-de-pauvrete/vintages?territories=245614417", Cancellation);
        await node.UndoAsync(second.Dataset!.Value);
        var before = await ValueAsync(node, "taux-de-pauvrete", "56066");

        Assert.Equal((14.5, "2022"), (rate, from));
        Assert.Equal((20_000, "2021"), income);
        Assert.Equal((12, "2021"), before);
        Assert.Equal(["2021", "2022"], vintages.GetProperty("vintages").EnumerateArray().Select(one => one.GetProperty("vintage").GetString()).Order());
    }

    [Fact]
    public async Task A_projection_names_its_year_and_its_scenario_and_is_held_against_the_people_of_today()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        var people = await PeopleAsync(node, "245614417");
        var menu = await client.GetPageAsync("/observatoire?territoires=245614417");
        await node.ImportAsync(DatasetKind.Statistics, "code,population_2040,scenario\n" + string.Join('\n', people.Select(one => $"{one.Key},{(one.Value * 0.9).ToString(CultureInfo.InvariantCulture)},central")), "2023");

        var page = await client.GetPageAsync("/observatoire?territoires=245614417&indicateur=population-2040");
        var change = await ValueAsync(node, "evolution-2040");

        Assert.Equal(["Population projetée en 2030"], menu.QuerySelectorAll("option").Select(option => option.TextContent.Trim()).Where(name => name.StartsWith("Population projetée", StringComparison.Ordinal)));
        Assert.Contains("Population projetée en 2040", page.QuerySelectorAll("option").Select(option => option.TextContent.Trim()));
        Assert.Contains("projection de la source, scénario « central » ; estimé", page.Flat(), StringComparison.Ordinal);
        Assert.Contains((0.9 * people.Values.Sum()).ToString("N0", CultureInfo.GetCultureInfo("fr-FR")).Flat(), page.QuerySelector("table tbody tr td")!.TextContent.Flat(), StringComparison.Ordinal);
        Assert.Equal(-10, change.Value!.Value, 9);
    }

    [Fact]
    public async Task A_few_people_whose_health_is_told_are_kept_secret()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        await node.ImportAsync(DatasetKind.Statistics, "code,ald_without_gp,ald\n56066,5,400\n56152,7,90\n29018,6,60\n29081,0,80\n");

        async Task<JsonElement> OfAsync(string code) => Of(await AskAsync(node, "ald-sans-medecin-traitant", "REG-53"), code);

        Assert.Equal("secret", (await OfAsync("56066")).GetProperty("reason").GetString());
        // Told with Gourin in their department: the department less it would tell of Gourin.
        Assert.Equal("secret", (await OfAsync("56152")).GetProperty("reason").GetString());
        Assert.Equal(10, (await OfAsync("29018")).GetProperty("value").GetDouble());
        Assert.Equal(0, (await OfAsync("29081")).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Lines_that_cannot_be_true_are_told_one_by_one()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        const string File = "code,population,population_75,poverty_rate,population_2030,scenario\n"
            + "56066,1000,100,12,900,central\n"
            + "56066,1000,100,12,900,central\n"   // twice
            + "29018,100,101,12,90,central\n"     // more than all
            + "29081,100,10,112,90,central\n"     // a rate of more than 100
            + "29007,100,10,12,90,haut\n"         // another scenario
            + "29024,100,10,many,90,central\n"
            + "29162,,,,,\n";                     // nothing known is no fault

        var refused = await node.ImportAsync(DatasetKind.Statistics, File);
        var kept = await node.ImportAsync(DatasetKind.Statistics, File, with: file => file with { SkipsBadLines = true });

        Assert.Equal(DatasetRefusal.BadLines, refused.Refusal);
        Assert.Equal([3, 4, 5, 6, 7], refused.FirstRejected.Select(bad => bad.Line));
        Assert.Equal((7L, 1L, 5L), (kept.Lines, kept.Kept, kept.Rejected));
    }

    [Theory]
    [InlineData("code,happiness\n56066,3\n", "population_75")]
    [InlineData("code,population_75\n56066,3\n", "'population'")]
    [InlineData("code,population_2033\n56066,3\n", "population_2033")]
    public async Task A_file_without_what_it_takes_is_refused_with_the_reason(string content, string reason)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var report = await installation.AddNode().ImportAsync(DatasetKind.Statistics, content);

        Assert.Equal(DatasetRefusal.WrongShape, report.Refusal);
        Assert.Contains(reason, Assert.Single(report.FirstRejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_imported_says_where_it_is_found_and_merged_communes_weigh_by_their_people()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        var missing = (await node.CreateClient().GetPageAsync("/observatoire?territoires=245614417&indicateur=ald-sans-medecin-traitant")).Flat();

        // Croixanvec (56049) is part of Saint-Gérand-Croixanvec (56213) since 2022.
        var report = await node.ImportAsync(DatasetKind.Statistics, "code,poverty_rate,population\n56049,20,100\n56213,10,900\n");

        Assert.Contains("Assurance maladie ou ARS", missing, StringComparison.Ordinal);
        Assert.Contains("./relais import statistics", missing, StringComparison.Ordinal);
        Assert.Equal(2, report.Kept);
        Assert.Equal(11, (await ValueAsync(node, "taux-de-pauvrete", "56213")).Value);
    }

    private static async Task<Dictionary<string, double>> PeopleAsync(Node node, string epci)
    {
        var communes = node.Services.GetRequiredService<ICommunes>();
        var people = (await communes.PeopleAsync(PopulationCount.Reference, Cancellation)).People;
        return (await communes.GetAsync(Cancellation)).All.Where(commune => commune.Epci?.Value == epci).ToDictionary(commune => commune.Code.Value, commune => (double)(people[commune.Index.Value] ?? 0));
    }

    /// <summary>Of one commune, or of the intercommunality of Gourin.</summary>
    private static async Task<(double? Value, string Vintage)> ValueAsync(Node node, string indicator, string? commune = null)
    {
        var answer = await AskAsync(node, indicator, commune is null ? "245614417" : "REG-53");
        return ((commune is null ? answer.GetProperty("territory") : Of(answer, commune)).GetProperty("value").GetDouble(), answer.GetProperty("provenance").GetProperty("vintage").GetString()!.Split(" ; ")[0]);
    }

    private static JsonElement Of(JsonElement answer, string commune) => answer.GetProperty("communes").EnumerateArray().Single(one => one.GetProperty("code").GetString() == commune).GetProperty("figure");

    private static Task<JsonElement> AskAsync(Node node, string indicator, string territory = "245614417") =>
        node.CreateClient().GetFromJsonAsync<JsonElement>($"/api/v1/indicators/{indicator}?territories={territory}", Cancellation);
}
