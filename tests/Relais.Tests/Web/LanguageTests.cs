using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Web;

public sealed class LanguageTests(PostgresServer postgres)
{
    [Fact]
    public async Task The_chosen_language_is_kept_and_the_reader_stays_on_the_page()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();

        var page = await (await ChooseAsync(client, "en", "/aide")).ReadPageAsync();

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Help – Relais", page.Title);
        Assert.Equal("en", (await client.GetPageAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example")]
    [InlineData("/\\ailleurs.example")]
    [InlineData("/\n/ailleurs.example")]
    [InlineData("")]
    public async Task Choosing_a_language_never_leads_elsewhere(string back)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var answer = await ChooseAsync(client, "en", back);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient client, string language, string back) =>
        client.PostAsync(new Uri("/langue", UriKind.Relative), new FormUrlEncodedContent([new("language", language), new("back", back)]));
}
