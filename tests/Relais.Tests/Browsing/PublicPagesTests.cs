using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

public sealed class PublicPagesTests(Browser browser, PostgresServer postgres)
{
    [Fact]
    public async Task What_anyone_may_read_passes_every_check()
    {
        string[] pages = ["/", "/aide", "/aide/composants", "/accessibilite", "/code-source", "/donnees-personnelles", "/mentions-legales", "/plan-du-site",
            "/erreur/400", "/erreur/403", "/erreur/404", "/erreur/409", "/erreur/410", "/erreur/429", "/erreur/503", "/nulle-part"];
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        await using var checks = new PageChecks(browser, installation.AddNode());

        foreach (var page in pages)
        {
            await checks.CheckAsync(page, PageState.Empty);
        }

        await checks.CheckAsync("/aide/composants", PageState.Error);

        Assert.Empty(await checks.FinishAsync());
    }
}
