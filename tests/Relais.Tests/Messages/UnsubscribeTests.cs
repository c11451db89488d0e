using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Messages;

public class UnsubscribeTests(PostgresServer postgres)
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_and_one_click_stops_the_notices()
    {
        var post = new Post();
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(post.AddTo);
        using var client = node.CreateClient();
        var person = post.AddPerson();
        var link = await node.Services.GetRequiredService<UnsubscribeLinks>().CreateAsync(person, TestContext.Current.CancellationToken);

        var page = await client.GetPageAsync(link.AbsolutePath);
        Assert.Empty(post.Stops);
        Assert.NotNull(page.QuerySelector("main form button"));

        using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var response = await client.PostAsync(link.AbsolutePath, oneClick, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((person, Channel.Email), Assert.Single(post.Stops));
    }

    [Fact]
    public async Task A_link_that_is_none_of_ours_is_not_found()
    {
        var post = new Post();
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var client = installation.AddNode(post.AddTo).CreateClient();

        using var get = await client.GetAsync(new Uri("/desabonnement/faux", UriKind.Relative), TestContext.Current.CancellationToken);
        using var posted = await client.PostAsync(new Uri("/desabonnement/faux", UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
        Assert.InRange((int)posted.StatusCode, 400, 499);
        Assert.Empty(post.Stops);
    }

    [Fact]
    public async Task The_page_of_letters_is_closed_outside_development_and_demonstration()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        using var client = installation.AddNode(settings: [("environment", "Production"), ("Mail:Folder", Path.GetTempPath())]).CreateClient();

        using var response = await client.GetAsync(new Uri("/courrier", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
