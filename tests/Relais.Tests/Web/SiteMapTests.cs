using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Web;

public sealed class SiteMapTests(PostgresServer postgres)
{
    [Fact]
    public async Task No_link_of_a_public_page_leads_nowhere()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();
        string[] pages = ["/", "/aide", "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/code-source", "/plan-du-site"];

        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            links.UnionWith((await client.GetPageAsync(page)).QuerySelectorAll("a[href^='/'], link[href^='/'], script[src^='/']")
                .Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!));
        }

        foreach (var link in links)
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{link} answers {(int)answer.StatusCode}");
        }
    }
}
