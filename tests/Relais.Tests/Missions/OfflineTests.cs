using Microsoft.Playwright;
using Relais.Accounts.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Tests.Journeys;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>In the basement of a hospital there is no network: what was kept is read, nothing is sent, signing out wipes it.</summary>
public sealed class OfflineTests(DemonstratedHouse house, Browser browser) : IClassFixture<DemonstratedHouse>
{
    [Fact]
    public async Task Missions_kept_on_a_device_are_read_without_network_until_signing_out()
    {
        var nurse = await house.Node.SignInHolderAsync(Role.Volunteer);
        await using var phone = await browser.OpenAsync(house.Node, nurse, width: 390, height: 844);
        var (page, walk) = (phone.Page, new Walk(phone));
        await walk.OpenAsync("/mes-missions");
        Assert.Empty(await CachesAsync(page));
        await walk.ClickAsync(AriaRole.Button, "Lire mes missions sans réseau");
        await Assertions.Expect(page.GetByText("Lisibles sans réseau sur cet appareil")).ToBeVisibleAsync();

        await phone.Context.SetOfflineAsync(true);
        await walk.OpenAsync("/mes-missions");
        await Assertions.Expect(page.GetByText("copie gardée sur cet appareil")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ne plus les garder ici" })).ToBeVisibleAsync();
        await page.Locator("a.rs-card__link").First.ClickAsync();
        await Assertions.Expect(page.GetByText("copie gardée sur cet appareil")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Contact", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main form:visible")).ToHaveCountAsync(0);
        Assert.Equal("flex", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.rs-header__bar')).display"));
        await walk.OpenAsync("/mes-demandes");
        await Assertions.Expect(page.GetByText("Pas de réseau en ce moment")).ToBeVisibleAsync();

        await phone.Context.SetOfflineAsync(false);
        await walk.OpenAsync("/mes-missions");
        await Assertions.Expect(page.GetByText("copie gardée sur cet appareil")).ToBeHiddenAsync();
        Assert.NotEmpty(await CachesAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).First.ClickAsync();
        await page.WaitForURLAsync("**/");
        Assert.Empty(await CachesAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("navigator.serviceWorker.getRegistrations().then(all => all.length)"));
        await phone.Context.SetOfflineAsync(true);
        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync("/mes-missions"));
    }

    [Fact]
    public async Task A_session_closed_elsewhere_takes_the_copies_with_it()
    {
        var nurse = await house.Node.SignInHolderAsync(Role.Volunteer);
        await using var phone = await browser.OpenAsync(house.Node, nurse, width: 390, height: 844);
        var (page, walk) = (phone.Page, new Walk(phone));
        await walk.OpenAsync("/mes-missions");
        await walk.ClickAsync(AriaRole.Button, "Lire mes missions sans réseau");
        await Assertions.Expect(page.GetByText("Lisibles sans réseau sur cet appareil")).ToBeVisibleAsync();

        await phone.Context.ClearCookiesAsync();
        await walk.OpenAsync("/mes-missions");
        await page.WaitForURLAsync("**/connexion**");

        await phone.Context.SetOfflineAsync(true);
        await walk.OpenAsync("/mes-missions");
        await Assertions.Expect(page.GetByText("Pas de réseau en ce moment")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_yes_without_network_is_not_said_and_not_sent_later()
    {
        var nurse = await house.Node.SignInHolderAsync(Role.Volunteer);
        var hospital = Assert.Single(await house.Node.ReadAsync<Need>(need => need.State == NeedState.Cancelled)).Finess;
        var (need, offers) = await house.Node.AskAsync(ReinforcementWorld.NewNeed(1, house.Clock.GetUtcNow().AddHours(5), hospital: hospital), 1);
        var link = $"/offres/{await house.Node.WithAsync((OfferLinks links) => links.TokenAsync(offers[0], need, TestContext.Current.CancellationToken).AsTask())}";
        await using var phone = await browser.OpenAsync(house.Node, nurse, width: 390, height: 844);
        var (page, walk) = (phone.Page, new Walk(phone));
        await walk.OpenAsync("/mes-missions");
        await walk.ClickAsync(AriaRole.Button, "Lire mes missions sans réseau");
        await Assertions.Expect(page.GetByText("Lisibles sans réseau sur cet appareil")).ToBeVisibleAsync();
        await walk.OpenAsync(link);

        await phone.Context.SetOfflineAsync(true);
        await walk.ClickAsync(AriaRole.Button, "J’accepte");
        await Assertions.Expect(page.GetByText("Rien n’a été envoyé")).ToBeVisibleAsync();
        await phone.Context.SetOfflineAsync(false);
        await walk.OpenAsync("/");
        await walk.OpenAsync(link);

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "J’accepte" })).ToBeVisibleAsync();
        Assert.Equal(OfferState.Waiting, Assert.Single(await house.Node.ReadAsync<Offer>(offer => offer.Id == offers[0].Id)).State);
    }

    private static Task<string[]> CachesAsync(IPage page) => page.EvaluateAsync<string[]>("caches.keys()");
}
