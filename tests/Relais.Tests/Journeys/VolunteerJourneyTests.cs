using Microsoft.Playwright;
using Relais.Accounts.Contracts;
using Relais.Kernel.Messages;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Journeys;

/// <summary>A nurse is asked, on a phone, after a shift (journey 4.1 of the reference on use).</summary>
public sealed class VolunteerJourneyTests(DemonstratedHouse house, Browser browser) : IClassFixture<DemonstratedHouse>
{
    [Theory]
    [InlineData(390, true, 11)]
    [InlineData(390, false, 12)]
    [InlineData(320, true, 13)]
    [InlineData(320, false, 14)]
    public async Task An_offer_is_answered_in_two_clicks_without_signing_in(int width, bool scripts, int inDays)
    {
        var (need, offers) = await house.Node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(inDays)), 2);
        await using var window = await browser.OpenAsync(house.Node, member: null, scripts, width, 844);
        var walk = new Walk(window);

        // The first click is on the link of the message.
        await walk.OpenAsync(await AddressAsync(offers[0], need));
        await Assertions.Expect(window.Page.GetByText("Repos légal")).ToBeVisibleAsync();
        Assert.Equal(OfferState.Waiting, (await ReadAsync(offers[0])).State);
        await walk.ClickAsync(AriaRole.Button, "J’accepte");
        Assert.Equal(1, walk.Clicks);
        await Assertions.Expect(window.Page.GetByText("votre place est tenue")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByText("Cadre de nuit")).ToBeVisibleAsync();
        Assert.Equal(OfferState.Accepted, (await ReadAsync(offers[0])).State);

        // The other one learns the honest state, and may be called if the place comes free.
        await using var other = await browser.OpenAsync(house.Node, member: null, scripts, width, 844);
        var second = new Walk(other);
        await second.OpenAsync(await AddressAsync(offers[1], need));
        await second.ClickAsync(AriaRole.Button, "J’accepte");
        await Assertions.Expect(other.Page.GetByText("Toutes les places sont prises pour l’instant")).ToBeVisibleAsync();

        await walk.ClickAsync(AriaRole.Button, "Annuler mon oui");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "J’accepte" })).ToBeVisibleAsync();
        await walk.ClickAsync(AriaRole.Button, "Pas cette fois");
        Assert.Equal(OfferState.Declined, (await ReadAsync(offers[0])).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_the_link_changes_nothing_and_the_opened_page_says_that_it_was_seen(bool scripts)
    {
        var (need, offers) = await house.Node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(scripts ? 21 : 22)), 1);
        using var scanner = new HttpClient { BaseAddress = house.Node.ServeBrowsers() };
        Assert.Equal(System.Net.HttpStatusCode.OK, await scanner.StatusOf(await AddressAsync(offers[0], need)));
        Assert.Null((await ReadAsync(offers[0])).SeenAt);

        await using var window = await browser.OpenAsync(house.Node, member: null, scripts, 390, 844);
        await window.Page.GotoAsync(await AddressAsync(offers[0], need));
        if (scripts)
        {
            await Eventually.TrueAsync(async () => (await ReadAsync(offers[0])).SeenAt is not null, "the page did not say that it was seen");
        }
        else
        {
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Pas cette fois" }).ClickAsync();
            Assert.NotNull((await ReadAsync(offers[0])).SeenAt);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_finds_what_awaits_an_answer_on_the_first_page()
    {
        var nurse = await house.Node.SignInHolderAsync(Role.Volunteer);
        await using var window = await browser.OpenAsync(house.Node, nurse, width: 390, height: 844);
        var walk = new Walk(window);
        await walk.OpenAsync("/");
        await walk.ClickAsync(AriaRole.Link, "Mes demandes");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "On attend votre réponse" })).ToBeVisibleAsync();
        await window.Page.Locator("main .rs-card__link").First.ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "J’accepte" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_can_no_longer_come_is_replaced_by_whom_the_shortlist_names_first()
    {
        // One place is held for good and one is free: nobody else was asked, and no wave is due.
        var hospital = (await house.Node.ReadAsync<Need>(one => one.State == NeedState.Cancelled))[0].Finess;
        var (need, offers) = await house.Node.AskAsync(ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night(16), hospital: hospital), 1);
        await house.Node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, need.Version, TestContext.Current.CancellationToken));
        house.Clock.Set(house.Clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => (await house.Node.ReadAsync<Assignment>(held => held.NeedId == need.Id && held.SettledAt != null)).Count is 1, "the place was not settled");
        var first = await FirstToCallAsync(need);
        await using var desk = await browser.OpenAsync(house.Node, await house.Node.SignInHolderAsync(Role.FacilityManager));
        await new Walk(desk).OpenAsync($"/besoins/{need.Id}");
        await Assertions.Expect(desk.Page.GetByText("1 / 2")).ToBeVisibleAsync();

        await using var phone = await browser.OpenAsync(house.Node, width: 390, height: 844);
        var leaving = new Walk(phone);
        await leaving.OpenAsync(await AddressAsync(offers[0], need));
        await phone.Page.GetByText("Je ne peux plus venir").ClickAsync();
        await leaving.ClickAsync(AriaRole.Button, "Me retirer de la mission");
        await Assertions.Expect(phone.Page.GetByText("Vous vous êtes retiré")).ToBeVisibleAsync();

        await Assertions.Expect(desk.Page.GetByText("0 / 2")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(desk.Page.GetByText("Il manque encore 2 personnes")).ToBeVisibleAsync();
        Uri? message = null;
        await Eventually.TrueAsync(async () => (message = await LinkOfMessageAsync(first, need)) is not null, "who comes first was not written to");
        await using var next = await browser.OpenAsync(house.Node, width: 390, height: 844);
        var asked = new Walk(next);
        await asked.OpenAsync(message!.PathAndQuery);
        await Assertions.Expect(next.Page.GetByRole(AriaRole.Button, new() { Name = "J’accepte" })).ToBeVisibleAsync();
        await next.Page.GetByText("Pourquoi moi").ClickAsync();
        await Assertions.Expect(next.Page.Locator("details[open] li").First).ToBeVisibleAsync();
    }

    /// <summary>The person whom the coordination is told to call first.</summary>
    private async Task<PersonId> FirstToCallAsync(Need need)
    {
        await using var window = await browser.OpenAsync(house.Node, await house.Node.SignInHolderAsync(Role.Coordinator), javaScript: false);
        await window.Page.GotoAsync($"/besoins/{need.Id}/suivi");
        return new PersonId(Guid.Parse((await window.Page.Locator("main a[href*='/appels/']").First.GetAttributeAsync("href"))!.Split('/')[^1]));
    }

    /// <summary>Where the message about this need leads; nothing until it has come.</summary>
    private async Task<Uri?> LinkOfMessageAsync(PersonId person, Need need)
    {
        if ((await house.Node.ReadAsync<Offer>(offer => offer.NeedId == need.Id && offer.PersonId == person && offer.State == OfferState.Waiting)) is not [var offer])
        {
            return null;
        }

        var messages = await house.Node.ReadAsync<Message>(
            message => message.AboutId == offer.Id.Value && message.Template == Invitation.Template && message.Channel == Channel.Inbox && message.State == MessageState.Sent);
        var entries = await house.Node.WithAsync((Inbox inbox) => inbox.ListAsync(person.Value, 0, 50, TestContext.Current.CancellationToken));
        return entries.FirstOrDefault(entry => messages.Exists(message => message.Id == entry.Id))?.Letter?.Links[0].Target;
    }

    private async Task<string> AddressAsync(Offer offer, Need need) =>
        $"/offres/{await house.Node.WithAsync((OfferLinks links) => links.TokenAsync(offer, need, TestContext.Current.CancellationToken).AsTask())}";

    private async Task<Offer> ReadAsync(Offer offer) => Assert.Single(await house.Node.ReadAsync<Offer>(o => o.Id == offer.Id));
}
