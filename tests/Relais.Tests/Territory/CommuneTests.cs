using Microsoft.Extensions.DependencyInjection;
using Relais.Accessibility;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class CommuneTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_commune_is_found_by_its_code_that_of_before_a_merger_and_its_postal_code(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var communes = await CommunesAsync(installation);

        // Golden facts of the COG: Gourin 56066 (56110), Brennilis 29018 (29690), Rostrenen 22266 (22110).
        Assert.Equal(("Gourin", "56110"), Show(communes, "56066"));
        Assert.Equal(("Brennilis", "29690"), Show(communes, "29018"));
        Assert.Equal(("Rostrenen", "22110"), Show(communes, "22266"));
        Assert.Equal("Arboys en Bugey", communes.Find(CommuneCode.Stored("01340"))?.Name);
        Assert.Equal("Paris", communes.Find(CommuneCode.Stored("75112"))?.Name);
        Assert.Contains(communes.WithPostalCode("29690"), commune => commune.Name == "Huelgoat");
        Assert.Null(communes.Find(CommuneCode.Stored("56999")));
    }

    [Fact]
    public async Task A_name_is_found_as_people_write_it()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var communes = await CommunesAsync(installation);

        Assert.Equal("Guémené-sur-Scorff", communes.Search("guemene sur scorff", 5)[0].Name);
        Assert.Equal("Le Faouët", communes.Search("Faouet", 5)[0].Name);
        Assert.Contains(communes.Search("St Brieuc", 5), commune => commune.Name == "Saint-Brieuc");
        Assert.Equal("Brennilis", communes.Search("Brenilis", 5)[0].Name);
        Assert.Equal("Brennilis", communes.Search("Brennlis", 5)[0].Name);
        Assert.Equal("Carhaix-Plouguer", communes.Search("carhais", 5)[0].Name);
        Assert.Equal("Gourin", communes.Search("56066", 5)[0].Name);
        Assert.Equal("29270", communes.Search("29270", 5)[0].PostalCodes[0]);
        Assert.Contains(communes.Search("56110", 10), commune => commune.Name == "Gourin");
        Assert.Equal("Arboys en Bugey", communes.Search("Arbignieu", 5)[0].Name);
        Assert.Equal("Plœuc-L'Hermitage", communes.Search("ploeuc l’hermitage", 5)[0].Name);
        Assert.Empty(communes.Search("😀", 5));
        Assert.Empty(communes.Search("", 5));
    }

    [Fact]
    public async Task Every_point_says_how_it_was_found()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var communes = await CommunesAsync(installation);
        var brittany = communes.All.Where(commune => commune.Region == "53").ToList();
        var twoEpci = brittany.Where(commune => commune.Epci?.Value is "245614417" or "200067197").ToList();

        Assert.Equal(1_202, brittany.Count);
        Assert.Equal(944, brittany.Count(commune => commune.Quality is CoordinateQuality.ExactCode));
        Assert.Equal(33, twoEpci.Count);
        Assert.Equal(11, twoEpci.Count(commune => commune.Quality is CoordinateQuality.HandEntered));
        Assert.All(twoEpci, commune => Assert.True(commune.Quality is CoordinateQuality.ExactCode or CoordinateQuality.HandEntered));
        Assert.InRange(communes.All.Count(commune => commune.Quality <= CoordinateQuality.SameName), 14_700, 14_900);
        Assert.All(communes.All, commune => Assert.Equal(commune.Quality is CoordinateQuality.Unknown, commune.Point is null));

        // Sainte-Marie-de-Gosse is in the Landes; GeoNames has it 77 km away from all its neighbours.
        Assert.Equal(CoordinateQuality.ImputedFromPostalCode, communes.Find(CommuneCode.Stored("40271"))!.Quality);
    }

    [Fact]
    public async Task Minutes_are_those_of_the_model_and_the_sea_is_not_crossed()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var communes = await CommunesAsync(installation);
        Commune Of(string code) => communes.Find(CommuneCode.Stored(code))!;
        var (gourin, leFaouet, ouessant, palais, bangor, ajaccio) = (Of("56066"), Of("56057"), Of("29155"), Of("56152"), Of("56009"), Of("2A004"));

        var minutes = communes.MinutesFrom(gourin.Index);

        Assert.Equal(communes.Count, minutes.Length);
        Assert.Equal(0, minutes[gourin.Index.Value]);
        Assert.Equal(TravelModel.Lowland.Minutes(gourin.Point!.Value, leFaouet.Point!.Value), minutes[leFaouet.Index.Value], tolerance: 0.01);
        Assert.Equal(float.PositiveInfinity, minutes[ouessant.Index.Value]);
        Assert.Equal(float.PositiveInfinity, minutes[ajaccio.Index.Value]);
        Assert.InRange(communes.Minutes(palais.Index, bangor.Index), 4, 20);
        Assert.Equal(TravelTimeQuality.Estimated, communes.TravelTimeQuality);
    }

    [Theory]
    [InlineData("56066", "Europe/Paris")]
    [InlineData("2A004", "Europe/Paris")]
    [InlineData("97105", "America/Guadeloupe")]
    [InlineData("97209", "America/Martinique")]
    [InlineData("97302", "America/Cayenne")]
    [InlineData("97411", "Indian/Reunion")]
    [InlineData("97611", "Indian/Mayotte")]
    [InlineData("97502", "America/Miquelon")]
    [InlineData("98735", "Pacific/Tahiti")]
    [InlineData("98731", "Pacific/Marquesas")]
    [InlineData("98818", "Pacific/Noumea")]
    [InlineData("98613", "Pacific/Wallis")]
    public void A_commune_lives_by_the_clock_of_its_department(string code, string zone)
    {
        Assert.Equal(zone, CommuneTimeZones.Of(CommuneCode.Stored(code)));
        Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));
    }

    private static async Task<CommuneTable> CommunesAsync(Installation installation) =>
        await installation.AddNode().Services.GetRequiredService<ICommunes>().GetAsync(Cancellation);

    private static (string Name, string PostalCode) Show(CommuneTable communes, string code)
    {
        var commune = communes.Find(CommuneCode.Stored(code))!;
        return (commune.Name, Assert.Single(commune.PostalCodes));
    }
}
