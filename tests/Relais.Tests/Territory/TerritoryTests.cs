using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class TerritoryTests(PostgresServer postgres)
{
    private static readonly TerritoryCode RoiMorvan = TerritoryCode.Stored("245614417");
    private static readonly TerritoryCode MontsDArree = TerritoryCode.Stored("200067197");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task The_two_EPCI_add_up_to_32_824_inhabitants_and_nearly_one_per_cent_of_Brittany(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();

        var municipal = await territories.PopulationAsync([RoiMorvan, MontsDArree], PopulationCount.EpciMunicipal, Cancellation);

        // The list of EPCI 2026 (epci.json of @etalab/decoupage-administratif 6.0.0), as the announcement of the zone has it.
        Assert.Equal([25_059, 7_765], municipal!.Territories.Select(territory => territory.People));
        Assert.Equal(32_824, municipal.People);
        Assert.Equal(33, municipal.Communes);
        Assert.Equal(3_421_284, municipal.Region!.People);
        Assert.Equal("Bretagne", municipal.Region.Territory.Name);
        Assert.Equal(0.0096, municipal.ShareOfRegion!.Value, precision: 4);
        Assert.Contains("epci.json", municipal.Source.Name, StringComparison.Ordinal);
        Assert.Contains("2026", municipal.Source.Vintage, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Another_way_of_counting_gives_another_figure_and_says_so(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();

        var reference = await territories.PopulationAsync([RoiMorvan, MontsDArree], PopulationCount.Reference, Cancellation);

        Assert.Equal(33_159, reference!.People);
        Assert.Equal(3_449_370, reference.Region!.People);
        Assert.Contains("communes.json", reference.Source.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_in_two_of_the_territories_is_counted_once_and_the_uncounted_are_named()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();

        var brittany = await territories.PopulationAsync(
            [TerritoryCode.OfRegion("53"), TerritoryCode.OfDepartment("29"), RoiMorvan], PopulationCount.EpciMunicipal, Cancellation);

        Assert.Equal(3_421_284, brittany!.People);
        Assert.Equal(1, brittany.ShareOfRegion);
        Assert.Equal(["Ouessant", "Île-de-Bréhat", "Île-de-Sein"], brittany.Uncounted.Select(commune => commune.Name).Order(StringComparer.Ordinal));
        Assert.Null(await territories.PopulationAsync([RoiMorvan, TerritoryCode.Stored("NOWHERE")], PopulationCount.EpciMunicipal, Cancellation));

        var twoRegions = await territories.PopulationAsync([TerritoryCode.OfRegion("53"), TerritoryCode.OfRegion("94")], PopulationCount.Reference, Cancellation);
        Assert.Null(twoRegions!.Region);
        Assert.Null(twoRegions.ShareOfRegion);
    }

    [Theory, OnEveryEngine]
    public async Task Communes_lie_in_their_EPCI_department_and_region(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();
        var (gourin, brennilis) = (CommuneCode.Stored("56066"), CommuneCode.Stored("29018"));

        Assert.True(await territories.ContainsAsync(RoiMorvan, gourin, Cancellation));
        Assert.False(await territories.ContainsAsync(MontsDArree, gourin, Cancellation));
        Assert.True(await territories.ContainsAsync(MontsDArree, brennilis, Cancellation));
        Assert.Equal(["REG-53", "DEP-29", "200067197"], (await territories.AroundAsync(brennilis, Cancellation)).Select(territory => territory.Code.Value));
        Assert.Equal(21, (await territories.CommunesOfAsync([RoiMorvan], Cancellation)).Count);
        Assert.Equal(33, (await territories.CommunesOfAsync([RoiMorvan, MontsDArree, RoiMorvan], Cancellation)).Count);
    }

    [Fact]
    public async Task A_territory_is_found_by_name_with_or_without_its_legal_form()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();

        async Task<string?> FirstAsync(string text) => await territories.SearchAsync(text, 5, Cancellation) is [var first, ..] ? first.Code.Value : null;

        Assert.Equal("REG-53", await FirstAsync("bretagne"));
        Assert.Equal("245614417", await FirstAsync("roi morvan"));
        Assert.Equal("200067197", await FirstAsync("Monts d’Arrée"));
        Assert.Equal("200067197", await FirstAsync("monts d arree communaute"));
        Assert.Equal("DEP-29", await FirstAsync("finistere"));
        Assert.Equal("DEP-29", await FirstAsync("finistre"));
        Assert.Equal("DEP-29", await FirstAsync("dep-29"));
        Assert.Null(await FirstAsync("😀"));
    }

    [Theory, OnEveryEngine]
    public async Task A_network_is_drawn_and_redrawn_from_a_day_on(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var territories = scope.ServiceProvider.GetRequiredService<ITerritories>();
        var (code, gourin, brennilis) = (TerritoryCode.Stored("CPTS-ESSAI"), CommuneCode.Stored("56066"), CommuneCode.Stored("29018"));
        NewTerritory Network(DateOnly from, params CommuneCode[] communes) => new(code, TerritoryKind.Network, "CPTS d’essai", communes, from, "Inventée");

        await territories.DrawAsync(Network(new DateOnly(2026, 1, 1), gourin), Cancellation);
        await territories.DrawAsync(Network(new DateOnly(2026, 7, 1), gourin, brennilis), Cancellation);

        Assert.Equal([gourin], await territories.CommunesOfAsync([code], Cancellation, new DateOnly(2026, 6, 30)));
        Assert.Equal([brennilis, gourin], await territories.CommunesOfAsync([code], Cancellation, new DateOnly(2026, 7, 1)));
        await Assert.ThrowsAsync<ArgumentException>(() => territories.DrawAsync(Network(new DateOnly(2027, 1, 1), CommuneCode.Stored("56999")), Cancellation));
    }
}
