using Microsoft.Playwright;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Journeys;

/// <summary>A hospital has a hole in its rota (journey 4.2 of the reference on use).</summary>
public sealed class ManagerJourneyTests(DemonstratedHouse house, Browser browser) : IClassFixture<DemonstratedHouse>
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    [InlineData(320, true)]
    [InlineData(320, false)]
    public async Task A_need_is_published_in_four_clicks_from_a_template_and_its_board_follows(int width, bool scripts)
    {
        var manager = await house.Node.SignInHolderAsync(Role.FacilityManager);
        await using var window = await browser.OpenAsync(house.Node, manager, scripts, width, 844);
        var walk = new Walk(window);

        await walk.OpenAsync("/");
        await walk.ClickAsync(AriaRole.Link, "Centre hospitalier de Carhaix-Plouguer (fictif)");
        await walk.ClickAsync(AriaRole.Link, "Aide-soignant gériatrie matin");
        await walk.ClickAsync(AriaRole.Button, "Voir qui peut venir");
        Assert.EndsWith("/apercu", window.Page.Url, StringComparison.Ordinal);
        Assert.True(await FigureAsync(window.Page, "Peuvent être prévenues") > 0);
        await walk.ClickAsync(AriaRole.Button, "Publier et prévenir");
        Assert.Equal(4, walk.Clicks);

        var id = new NeedId(Guid.Parse(window.Page.Url.Split('/')[^1]));
        Assert.Equal(NeedState.Open, Assert.Single(await house.Node.ReadAsync<Need>(need => need.Id == id)).State);
        await Eventually.TrueAsync(async () => (await house.Node.ReadAsync<Offer>(offer => offer.NeedId == id)).Count > 0, "nobody was asked");

        // Somebody says yes on their phone: the manager sees it without reload where scripts run.
        var asked = (await house.Node.ReadAsync<Offer>(offer => offer.NeedId == id))[0];
        await house.Node.WithAsync((Answering answering) => answering.AcceptAsync(asked.Id, asked.NeedVersion, TestContext.Current.CancellationToken));
        if (!scripts)
        {
            await window.Page.ReloadAsync();
        }

        await Assertions.Expect(window.Page.GetByText("1 / 2")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        if (scripts)
        {
            await FollowFromTheKeyboardAsync(window.Page, (await house.Node.ReadAsync<Offer>(offer => offer.NeedId == id && offer.State == OfferState.Waiting))[0]);
        }
    }

    [Fact]
    public async Task One_of_the_anonymous_profiles_is_asked_before_the_others()
    {
        var manager = await house.Node.SignInHolderAsync(Role.FacilityManager);
        await using var window = await browser.OpenAsync(house.Node, manager, width: 390, height: 844);
        var walk = new Walk(window);
        await walk.OpenAsync("/etablissements/299900001");
        await walk.ClickAsync(AriaRole.Link, "IDE urgences jour");
        await walk.ClickAsync(AriaRole.Button, "Voir qui peut venir");
        var profiles = await window.Page.Locator(".rs-card").AllInnerTextsAsync();
        await walk.ClickAsync(AriaRole.Button, "Demander au profil 1");

        var id = new NeedId(Guid.Parse(window.Page.Url.Split('/')[^1]));
        var offer = Assert.Single(await house.Node.ReadAsync<Offer>(offer => offer.NeedId == id));
        Assert.Contains("picked", offer.Reasons, StringComparison.Ordinal);

        var people = await house.Node.WithDbAsync(db => Task.FromResult(db.Set<Person>().Select(person => person.LastName).Distinct().ToList()));
        Assert.NotEmpty(profiles);
        Assert.DoesNotContain(profiles, profile => people.Any(name => profile.Contains(name, StringComparison.Ordinal)));
    }

    /// <summary>Nothing moves under whoever is in the board with the keyboard; what happened meanwhile is there once they leave it.</summary>
    private async Task FollowFromTheKeyboardAsync(IPage page, Offer next)
    {
        await page.EvaluateAsync("""() => { const item = document.querySelector("#tableau .rs-board__item"); item.tabIndex = 0; item.focus(); }""");
        await page.RunAndWaitForResponseAsync(
            () => house.Node.WithAsync((Answering answering) => answering.AcceptAsync(next.Id, next.NeedVersion, TestContext.Current.CancellationToken)),
            response => response.Url == page.Url && response.Request.ResourceType is "fetch");
        await Assertions.Expect(page.GetByText("1 / 2")).ToBeVisibleAsync();

        await page.Locator("main summary").FocusAsync();
        await Assertions.Expect(page.GetByText("2 / 2")).ToBeVisibleAsync();
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    private static async Task<int> FigureAsync(IPage page, string label) => int.Parse(
        await page.Locator(".rs-kpi", new() { HasText = label }).Locator(".rs-kpi__value").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
}
