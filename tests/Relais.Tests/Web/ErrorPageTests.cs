using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Web;

public sealed class ErrorPageTests(PostgresServer postgres)
{
    [Theory]
    [InlineData("/nulle-part", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/erreur/410", HttpStatusCode.Gone, "Ce lien a expiré")]
    [InlineData("/erreur/409", HttpStatusCode.Conflict, "Quelqu’un est passé avant vous")]
    public async Task A_refusal_says_what_happened_what_to_do_and_gives_a_reference(string url, HttpStatusCode status, string title)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var answer = await installation.AddNode().CreateClient().GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.ReadPageAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Matches("[0-9A-Z]{4}-[0-9A-Z]{4}", page.QuerySelector("main")!.TextContent);
        Assert.NotNull(page.QuerySelector(".rs-help a"));
    }

    [Fact]
    public async Task A_failure_shows_nothing_of_what_failed()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(services => services.AddSingleton<IStartupFilter, FailingPage>());

        var answer = await node.CreateClient().GetAsync(new Uri(FailingPage.Url, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Un problème de notre côté", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(FailingPage.Secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_refused_in_JSON()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);

        var answer = await installation.AddNode().CreateClient().GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("not_found", problem.GetProperty("code").GetString());
    }

    /// <summary>Fails inside the pipeline, under the handler of the house.</summary>
    private sealed class FailingPage : IStartupFilter
    {
        public const string Url = "/panne";
        public const string Secret = "connection string of the database";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(http => http.Request.Path == Url ? throw new InvalidOperationException(Secret) : Task.CompletedTask);
        };
    }
}
