using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using Relais.Web.SiteMap;

namespace Relais.Tests.Web;

public sealed class SiteMapTests(PostgresServer postgres)
{
    [Fact]
    public async Task Every_page_with_an_address_of_its_own_is_on_the_site_map()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var pages = installation.AddNode().Services.GetRequiredService<SitePages>();

        Assert.Empty(await pages.ReadUntitledAsync());
        Assert.Contains(await pages.ReadAsync(), page => page.Url == "/accessibilite");
    }

    [Fact]
    public async Task No_link_of_a_public_page_leads_nowhere()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var client = installation.AddNode().CreateClient();
        string[] pages = ["/", "/aide", "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/code-source", "/plan-du-site",
            "/connexion", "/connexion/lien", "/volontaires/inscription", "/etablissements/demande", "/territoires", "/recherche"];

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
