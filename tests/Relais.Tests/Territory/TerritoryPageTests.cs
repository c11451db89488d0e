using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Territory;

public sealed class TerritoryPageTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/territoires/245614417?avec=200067197")]
    [InlineData("/territoires/solidarite")]
    public async Task The_announced_zone_is_found_again_on_a_page_with_its_source_and_vintage(string url)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var text = Text(await installation.AddNode().CreateClient().GetPageAsync(url));

        Assert.Contains("32 824", text, StringComparison.Ordinal);
        Assert.Contains("0,96 %", text, StringComparison.Ordinal);
        Assert.Contains("3 421 284 habitants, comptés de la même manière", text, StringComparison.Ordinal);
        Assert.Contains("epci.json", text, StringComparison.Ordinal);
        Assert.Contains("EPCI 2026", text, StringComparison.Ordinal);
        Assert.Contains("25 059", text, StringComparison.Ordinal);
        Assert.Contains("7 765", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_territory_shows_its_communes_page_by_page()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();

        var epci = Text(await client.GetPageAsync("/territoires/200067197"));
        var firstPage = Text(await client.GetPageAsync("/territoires/REG-53"));
        var secondPage = Text(await client.GetPageAsync("/territoires/REG-53?page=2"));

        Assert.Contains("Brennilis 29018 29690 saisi à la main", epci, StringComparison.Ordinal);
        Assert.Contains("1 202 communes", secondPage, StringComparison.Ordinal);
        Assert.Contains("Acigné 35001", firstPage, StringComparison.Ordinal);
        Assert.DoesNotContain("Acigné 35001", secondPage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/territoires?recherche=roi+morvan", "CC Roi Morvan Communauté")]
    [InlineData("/territoires?recherche=brenilis", "Brennilis")]
    [InlineData("/territoires?recherche=%F0%9F%98%80", "Rien ne porte ce nom")]
    [InlineData("/territoires", "Territoires")]
    [InlineData("/territoires/245614417?avec=nulle+part+ici", "Aucun territoire n’a ce nom ni ce code")]
    [InlineData("/territoires/245614417?avec=monts+d%27arr%C3%A9e", "32 824")]
    [InlineData("/territoires/245614417?page=beaucoup", "Gourin")]
    public async Task What_is_typed_is_answered_on_the_page(string url, string expected)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        Assert.Contains(expected, Text(await installation.AddNode().CreateClient().GetPageAsync(url)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_territory_is_not_found()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var response = await installation.AddNode().CreateClient().GetAsync(new Uri("/territoires/REG-99", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("245614417+200067197")]
    [InlineData("245614417,200067197")]
    [InlineData("245614417%20200067197")]
    [InlineData("245614417%2B200067197")]
    public async Task The_API_gives_the_same_figures(string codes)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();

        var answer = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/territories/{codes}/population", UriKind.Relative), Cancellation);

        Assert.Equal(32_824, answer.GetProperty("population").GetInt32());
        Assert.Equal(0.96, answer.GetProperty("shareOfRegionPercent").GetDouble());
        Assert.Equal(3_421_284, answer.GetProperty("region").GetProperty("population").GetInt32());
        Assert.Equal("epci_municipal", answer.GetProperty("count").GetProperty("code").GetString());
        Assert.Contains("epci.json", answer.GetProperty("source").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Contains("2026", answer.GetProperty("source").GetProperty("vintage").GetString(), StringComparison.Ordinal);
        Assert.Equal(["245614417", "200067197"], answer.GetProperty("territories").EnumerateArray().Select(territory => territory.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("245614417+NOWHERE/population", HttpStatusCode.NotFound, "territory_unknown")]
    [InlineData("245614417/population?count=heads", HttpStatusCode.BadRequest, "count_unknown")]
    [InlineData("24561_4417/population", HttpStatusCode.BadRequest, "territory_wrong_character")]
    [InlineData("+/population", HttpStatusCode.BadRequest, "territory_list_size")]
    [InlineData("%F0%9F%98%80/population", HttpStatusCode.BadRequest, "territory_wrong_character")]
    public async Task A_wrong_question_to_the_API_gets_a_stable_code(string question, HttpStatusCode status, string code)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var response = await installation.AddNode().CreateClient().GetAsync(new Uri($"/api/v1/territories/{question}", UriKind.Relative), Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    /// <summary>What a reader reads: every space is an ordinary one.</summary>
    private static string Text(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
