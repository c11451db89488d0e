using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Observatory.Selection;
using Relais.Observatory.WhatIf;
using Relais.Observatory.ZoneRules;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

/// <summary>Any set of communes may be asked for: no two answers, one less the other, tell the ages of a few people.</summary>
public sealed class DifferencingTests(PostgresServer postgres)
{
    private const int Least = 6;

    private const string Shares = "/api/v1/indicators/55-ans-et-plus-medecins-generalistes?territories=";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_sets_are_told_what_they_differ_by_counts_enough_people()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var table = await scope.ServiceProvider.GetRequiredService<ICommunes>().GetAsync(Cancellation);
        var random = new Random(7);
        var brittany = table.All.Where(commune => commune.Region is "53").Select(commune => commune.Index).ToList();
        var counted = new double[table.Count];
        foreach (var commune in brittany.Where(_ => random.NextDouble() < 0.6))
        {
            counted[commune.Value] = random.Next(1, random.Next(2, 20));
        }

        var told = ToldTogether.OfPeople(table, counted, Least);

        // What any two told sets differ by is made of blocks, and each block is told: it is enough that each counts enough.
        var epcis = table.All.Where(commune => commune.Region is "53").GroupBy(commune => commune.Epci).Select(group => group.Select(commune => commune.Index).ToList()).ToList();
        Assert.True(told.Tells(brittany));
        Assert.InRange(epcis.Count(told.Tells), epcis.Count / 2, epcis.Count);
        List<IReadOnlyList<CommuneIndex>> sets = [brittany, .. epcis, .. brittany.Select(commune => new[] { commune }), .. epcis.SelectMany(epci => epci.Select(left => epci.Where(one => one != left).ToList()))];
        var spoken = sets.Where(set => set.Count > 0 && told.Tells(set)).Select(set => set.Where(commune => counted[commune.Value] > 0).ToHashSet()).Where(set => set.Count > 0).ToList();
        foreach (var whole in spoken)
        {
            foreach (var part in spoken.Where(part => part.Count < whole.Count && part.IsSubsetOf(whole)))
            {
                Assert.True(whole.Except(part).Sum(commune => counted[commune.Value]) >= Least);
            }
        }

        Assert.True(spoken.Count > epcis.Count);
    }

    [Fact]
    public async Task A_territory_without_a_commune_is_not_told_when_the_rest_would_tell_of_that_commune()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();

        // In one intercommunality: ten doctors in one commune, three in another. And enough elsewhere.
        await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply + "56057,general-practitioner,10,40000,5,2,1\n");
        var client = node.CreateClient();
        async Task<string?> ReasonAsync(string set) =>
            (await JsonDocument.ParseAsync(await client.GetStreamAsync(new Uri(Shares + set, UriKind.Relative), Cancellation), cancellationToken: Cancellation)).RootElement.GetProperty("territory").GetProperty("reason").GetString();

        Assert.Null(await ReasonAsync("245614417"));
        Assert.Equal("secret", await ReasonAsync("56066"));
        Assert.Equal("secret", await ReasonAsync("245614417+~56066"));
        Assert.Equal("secret", await ReasonAsync("56057"));
        Assert.Null(await ReasonAsync("56057+56066"));
        Assert.Null(await ReasonAsync("REG-53"));
        Assert.Equal("secret", await ReasonAsync("REG-53+~56066"));

        // Three of thirteen are 60 or over in the two communes together; that it is one of three in Gourin is told by no scenario.
        await using var scope = node.Services.CreateAsyncScope();
        var (gourin, _) = await scope.ServiceProvider.GetRequiredService<TerritoryChoice>().ReadAsync("56066", Cancellation);
        var ground = await scope.ServiceProvider.GetRequiredService<ScenarioTrial>().OnAsync(gourin, CareProfession.GeneralPractitioner, Cancellation);
        Assert.Equal(-12_000 * 3.0 / 13, ground!.Try(PlannedScenario.Read(":retraites:1")!).SupplyAdded, precision: 6);
    }

    [Fact]
    public async Task Who_is_older_in_which_village_moves_no_figure_of_access()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        async Task<(IReadOnlyList<double> Relief, IReadOnlyList<double?> Under65)> ReadAsync(string gourin, string leFaouet, string vintage)
        {
            await node.ImportAsync(DatasetKind.Supply, ObservatoryFiles.Supply.Replace("56066,general-practitioner,3,12000,2,1,0", $"56066,general-practitioner,3,12000,2,{gourin}", StringComparison.Ordinal) + $"56057,general-practitioner,10,40000,5,{leFaouet}\n", vintage);
            await using var scope = node.Services.CreateAsyncScope();
            var relief = await scope.ServiceProvider.GetRequiredService<MeasureBook>().Find(ReliefMeasure.Slug)!.ReadAsync(Cancellation);
            return (relief!.Numerators, (await scope.ServiceProvider.GetRequiredService<AccessUnder65>().ComputedAsync(Cancellation))!.Apl);
        }

        var one = await ReadAsync("1,0", "3,2", "2025");
        var moved = await ReadAsync("2,1", "2,1", "2026");
        var more = await ReadAsync("2,1", "3,2", "2027");

        Assert.Equal(one.Relief, moved.Relief);
        Assert.Equal(one.Under65, moved.Under65);
        Assert.NotEqual(one.Relief, more.Relief);
        Assert.NotEqual(one.Under65, more.Under65);
    }
}
