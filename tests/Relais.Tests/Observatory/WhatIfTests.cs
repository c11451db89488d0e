using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Relais.Kernel.Data;
using Relais.Observatory.WhatIf;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Observatory;

public sealed class WhatIfTests(PostgresServer postgres)
{
    private const string Zone = "/observatoire/simulation?territoires=245614417+200067197";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_volunteer_at_two_days_a_month_is_said_plainly_for_the_people_of_the_zone()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var text = PageText.Flat(await client.GetPageAsync($"{Zone}&scenario=56066:jours:2"));

        // 5 400 acts over 220 days is 24.5 a day: 24 days are 589, 0.11 of a full-time post, 200 € a day.
        Assert.Contains("2 jours de consultations avancées par mois à Gourin", text, StringComparison.Ordinal);
        Assert.Contains("environ 589 consultations de plus par an, soit 0,11 équivalent temps plein", text, StringComparison.Ordinal);
        Assert.Contains("Pour les 32 824 habitants", text, StringComparison.Ordinal);
        Assert.Matches("il faudrait environ [0-9]+ fois cet effort", text);
        Assert.Contains("Indemnités par an 4 800 €", text, StringComparison.Ordinal);
        Assert.Contains("Les deux sont égales oui", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_zone_names_its_two_sites_and_leads_to_the_effect_of_a_volunteer()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var zone = await client.GetPageAsync("/territoires/solidarite");
        var effect = PageText.Flat(await client.GetPageAsync(zone.QuerySelector("a[href*=simulation]")!.GetAttribute("href")!));

        Assert.Contains("Gourin, Maison de santé pluriprofessionnelle, 3 rue du Four", PageText.Flat(zone), StringComparison.Ordinal);
        Assert.Contains("Brennilis, Centre de santé, 3 passage de l’Armorique", PageText.Flat(zone), StringComparison.Ordinal);
        Assert.Contains("soit 0,11 équivalent temps plein. Pour les 32 824 habitants", effect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_added_by_a_form_and_the_address_keeps_it()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().Visitor();

        var first = await client.GetAsync(new Uri($"{Zone}&quoi=arrivee&lieu=gourin&combien=0,5", UriKind.Relative), Cancellation);
        var second = await client.GetAsync(new Uri($"{first.Headers.Location}&quoi=arrivee&lieu=29690&combien=1&dans=0", UriKind.Relative), Cancellation);
        var third = await client.GetAsync(new Uri($"{second.Headers.Location}&quoi=retraites&dans=nouveau", UriKind.Relative), Cancellation);
        var page = await client.GetPageAsync(third.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.EndsWith("scenario=56066%3Aarrivee%3A0.5%2C29007%3Aarrivee%3A1&scenario=%3Aretraites%3A1", third.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Scénario A", "Scénario B"], page.QuerySelectorAll("table")[0].QuerySelectorAll("thead th").Skip(1).Select(head => head.TextContent.Trim()));
        Assert.Contains("Départ de tous ceux qui ont 60 ans ou plus", PageText.Flat(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&quoi=arrivee&lieu=gourin&combien=beaucoup", "Un nombre plus grand que 0")]
    [InlineData("&quoi=arrivee&lieu=Atlantide+du+Nord&combien=1", "Aucune commune n’a ce nom")]
    [InlineData("&quoi=arrivee&lieu=&combien=-1", "Dites dans quelle commune")]
    public async Task What_is_typed_wrong_is_said_beside_the_field_and_kept(string typed, string expected)
    {
        await using var installation = await Installation.CreateDemonstratedAsync();

        var page = await installation.AddNode().CreateClient().GetPageAsync($"{Zone}&scenario=56066:jours:2{typed}");

        Assert.Contains(expected, page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Scénario A", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("56066:jours:2", "56066:jours:2")]
    [InlineData("56066:arrivee:0.5,29018:depart:1", "56066:arrivee:0.5,29018:depart:1")]
    [InlineData(":retraites:1,x,56066:jours:-2,56066:jours:NaN,56066:danse:2,56066:jours:1e400", ":retraites:1")]
    [InlineData("56066:retraites:1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_scenario_is_read_from_an_address_and_what_is_none_is_left_out(string? text, string? expected) =>
        Assert.Equal(expected, PlannedScenario.Read(text)?.ToString());

    [Fact]
    public async Task The_API_says_what_the_page_says_and_what_is_received_is_what_was_added()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/accessibility/what-if?commune=56066&supply=5400&territories=245614417%2B200067197", Cancellation);
        var page = await client.GetPageAsync($"{Zone}&scenario=56066:arrivee:1");

        Assert.Equal(5400, answer.GetProperty("deltaSupply").GetDouble());
        Assert.Equal(5400, answer.GetProperty("sumPDelta").GetDouble(), 6);
        Assert.Equal("estimated", answer.GetProperty("provenance").GetProperty("quality").GetString());
        Assert.True(answer.GetProperty("provenance").GetProperty("isInvented").GetBoolean());
        var rows = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.QuerySelector("td")!.TextContent.Trim());
        Assert.Equal(answer.GetProperty("mean").GetProperty("after").GetDouble().ToString("N3", System.Globalization.CultureInfo.GetCultureInfo("fr-FR")), rows["Moyenne après"]);
        Assert.Contains(answer.GetProperty("communes").EnumerateArray(), commune => commune.GetProperty("code").GetString() is "56066" && commune.GetProperty("delta").GetDouble() > 0);
    }

    [Theory]
    [InlineData("commune=1&supply=1", HttpStatusCode.BadRequest)]
    [InlineData("commune=56999&supply=1", HttpStatusCode.NotFound)]
    [InlineData("commune=56066&supply=1&profession=druid", HttpStatusCode.BadRequest)]
    [InlineData("commune=56066&supply=1&territories=Atlantide", HttpStatusCode.NotFound)]
    public async Task The_API_refuses_with_a_reason(string query, HttpStatusCode expected)
    {
        await using var installation = await Installation.CreateDemonstratedAsync();

        var response = await installation.AddNode().CreateClient().GetAsync(new Uri($"/api/v1/accessibility/what-if?{query}", UriKind.Relative), Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_indicator_by_API_carries_its_vintage_and_keeps_secrets()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        var client = node.CreateClient();
        foreach (var vintage in (string[])["2031", "2032"])
        {
            await node.ImportAsync(Relais.Observatory.Contracts.DatasetKind.Supply, $"{ObservatoryFiles.Supply}56152,nurse,{vintage[^1]},,,,\n", vintage);

            var answer = await client.GetFromJsonAsync<JsonElement>("/api/v1/indicators/55-ans-et-plus-medecins-generalistes?territories=245614417", Cancellation);

            Assert.Equal(vintage, answer.GetProperty("provenance").GetProperty("vintage").GetString());
            Assert.Equal("secret", answer.GetProperty("territory").GetProperty("reason").GetString());
            Assert.Equal(JsonValueKind.Null, answer.GetProperty("territory").GetProperty("value").ValueKind);
        }
    }

    [Fact]
    public async Task The_best_sites_come_with_how_far_from_the_best_they_can_be()
    {
        await using var installation = await Installation.CreateDemonstratedAsync();
        var client = installation.AddNode().CreateClient();

        var page = await client.GetPageAsync("/observatoire/sites?territoires=245614417+200067197&critere=seuil&temps=2&sites=2");
        var wrong = await client.GetPageAsync("/observatoire/sites?territoires=245614417&temps=zero&sites=99");

        Assert.Equal(20, page.QuerySelectorAll("tbody tr").Length);
        Assert.Matches("Aucun (autre choix ne fait mieux|choix d’autant de sites ne peut faire mieux de plus de)", PageText.Flat(page));
        var tried = PageText.Flat(await client.GetPageAsync(page.QuerySelector("a[href*=simulation]")!.GetAttribute("href")!));
        Assert.Contains("2 praticiens à temps plein de plus à", tried, StringComparison.Ordinal);
        Assert.Equal(2, wrong.QuerySelectorAll(".govuk-error-message").Length);
    }
}
