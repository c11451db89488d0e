using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Territory.Contracts;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class TerritorySetTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("245614417+200067197")]
    [InlineData("245614417+29018+~56066")]
    [InlineData("REG-53+CPTS-ESSAI@2025-06-01+2A004+~97105")]
    public void An_address_is_read_and_written_the_same(string text) =>
        Assert.Equal(text, TerritorySet.Parse(text.Replace('+', ' ')).Value!.ToString());

    [Theory]
    [InlineData("", "territory_set_size")]
    [InlineData("24561_4417", "territory_wrong_character")]
    [InlineData("~245614417", "territory_wrong_character")]
    [InlineData("CPTS@hier", "territory_wrong_day")]
    public void What_is_no_set_is_said(string text, string code) => Assert.Equal(code, TerritorySet.Parse(text).Problem?.Code);

    [Theory, OnEveryEngine]
    public async Task A_set_holds_its_territories_and_what_is_added_without_what_is_removed(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var sets = scope.ServiceProvider.GetRequiredService<ITerritorySets>();
        async Task<ReadTerritorySet?> ReadAsync(string text) => await sets.ReadAsync(TerritorySet.Parse(text).Value!, Cancellation);

        var read = (await ReadAsync("245614417+29018+~56066"))!;

        Assert.Equal(21, read.Communes.Count);
        Assert.Contains(read.Communes, commune => commune.Name is "Brennilis");
        Assert.DoesNotContain(read.Communes, commune => commune.Name is "Gourin");
        Assert.Null(await ReadAsync("245614417+29999"));
        Assert.Null(await ReadAsync("NULLE-PART"));
    }

    [Fact]
    public async Task The_shortest_way_to_say_a_set_says_the_same_set()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();
        var sets = scope.ServiceProvider.GetRequiredService<ITerritorySets>();
        var table = await scope.ServiceProvider.GetRequiredService<ICommunes>().GetAsync(Cancellation);
        async Task<string> ShortenAsync(string text)
        {
            var read = await sets.ReadAsync(TerritorySet.Parse(text).Value!, Cancellation);
            return (await sets.ShortestAsync([.. read!.Communes.Select(commune => commune.Code)], Cancellation)).ToString();
        }

        Assert.Equal("245614417", await ShortenAsync(string.Join('+', table.All.Where(commune => commune.Epci?.Value is "245614417").Select(commune => commune.Code))));
        Assert.Equal("245614417+~56066", await ShortenAsync("245614417+~56066"));
        Assert.Equal("REG-53", await ShortenAsync("DEP-22+DEP-29+DEP-35+DEP-56"));
        Assert.Equal("29018+56066", await ShortenAsync("56066+29018"));

        var random = new Random(5);
        for (var round = 0; round < 8; round++)
        {
            var chosen = table.All.Where(commune => commune.Region is "53" && random.NextDouble() < round / 7.0).Select(commune => commune.Code).ToList();
            var shortest = await sets.ShortestAsync(chosen, Cancellation);
            var back = chosen.Count is 0 ? [] : (await sets.ReadAsync(shortest, Cancellation))!.Communes.Select(commune => commune.Code).ToList();
            Assert.Equal(chosen, back);
        }
    }
}
