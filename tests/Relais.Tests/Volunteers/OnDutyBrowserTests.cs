using Relais.Kernel.Data;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Volunteers.Dossier;

namespace Relais.Tests.Volunteers;

public sealed class OnDutyBrowserTests(Browser browser, PostgresServer postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_one_tap_switches_it_on_and_one_off_with_and_without_scripts(bool javaScript)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode();
        node.ServeBrowsers();
        var member = await node.SignInVolunteerAsync();
        await node.WithAsync(async (Dossiers dossiers) =>
        {
            await dossiers.OpenAsync(Invented.Nurse(member.Person), TestContext.Current.CancellationToken);
            return 0;
        });
        await using var window = await browser.OpenAsync(node, member, javaScript, width: 390, height: 844);
        var page = window.Page;

        await page.GotoAsync("/");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Je suis disponible", Exact = true }).ClickAsync();
        await page.GetByText("jusqu’à", new() { Exact = false }).First.WaitForAsync();

        await page.GotoAsync("/");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Je ne suis plus disponible" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Je suis disponible maintenant" }).WaitForAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }
}
