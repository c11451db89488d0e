using Microsoft.Playwright;
using Relais.Accounts.Contracts;
using Relais.Kernel.Time;
using Relais.Missions.Certificates;
using Relais.Missions.Life;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Browsing;
using Relais.Tests.Infrastructure;
using Relais.Tests.Journeys;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>A nurse said yes; she comes, both sides agree on her hours, and somebody checks her certificate.</summary>
public sealed class MissionJourneyTests(DemonstratedHouse house, Browser browser) : IClassFixture<DemonstratedHouse>
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(320, false)]
    public async Task A_mission_goes_from_yes_to_a_certificate_that_anybody_can_check(int width, bool scripts)
    {
        var need = await house.Node.SettledNeedAsync(house.Clock);
        var mission = Assert.Single(await house.Node.ReadAsync<Mission>(one => one.StartsAt == need.StartsAt && one.PersonId == need.Person));
        await using var nurse = await browser.OpenAsync(house.Node, member: null, scripts, width, 844);
        var walk = new Walk(nurse);

        await walk.OpenAsync(need.OfferAddress);
        await walk.ClickAsync(AriaRole.Link, "Ma mission");
        await Assertions.Expect(nurse.Page.GetByText("Bâtiment B, 2e étage")).ToBeVisibleAsync();
        house.Clock.Set(mission.StartsAt.AddMinutes(-15));
        await nurse.Page.ReloadAsync();
        await walk.ClickAsync(AriaRole.Button, "Je suis sur place");
        await Assertions.Expect(nurse.Page.GetByText("Arrivée notée à")).ToBeVisibleAsync();

        house.Clock.Set(mission.EndsAt.AddMinutes(10));
        await nurse.Page.ReloadAsync();
        await walk.ClickAsync(AriaRole.Button, "Mes heures sont celles prévues");
        await Assertions.Expect(nurse.Page.GetByText("L’établissement doit les valider")).ToBeVisibleAsync();

        var manager = await house.Node.SignInHolderAsync(Role.FacilityManager);
        await using var desk = await browser.OpenAsync(house.Node, manager, scripts, width, 844);
        var office = new Walk(desk);
        await office.OpenAsync("/");
        await office.ClickAsync(AriaRole.Link, "Heures à valider");
        var card = desk.Page.Locator("li.rs-card").Filter(new() { Has = desk.Page.Locator($"input[value='{mission.Id}']") });
        await card.GetByRole(AriaRole.Button, new() { Name = "Service fait" }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);

        await nurse.Page.ReloadAsync();
        await walk.ClickAsync(AriaRole.Link, "Voir mon attestation");
        var code = Assert.Single(await house.Node.ReadAsync<Certificate>(one => one.MissionId == mission.Id)).Code;
        await using var visitor = await browser.OpenAsync(house.Node, member: null, scripts, width, 844);
        var check = new Walk(visitor);
        await check.OpenAsync("/attestations");
        await visitor.Page.GetByLabel("Code de l’attestation").FillAsync($"{code[..4].ToLowerInvariant()} {code[4..]}");
        await check.ClickAsync(AriaRole.Button, "Vérifier");
        await Assertions.Expect(visitor.Page.GetByText(CertificateCode.Print(code))).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("3 h 00, pause de 0 min déduite")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task Who_has_not_come_is_replaced_while_the_manager_looks_on(int width, bool scripts)
    {
        var need = await house.Node.SettledNeedAsync(house.Clock);
        var mission = Assert.Single(await house.Node.ReadAsync<Mission>(one => one.StartsAt == need.StartsAt && one.PersonId == need.Person));
        house.Clock.Set(mission.StartsAt.AddMinutes(10));
        var since = System.Diagnostics.Stopwatch.StartNew();
        var manager = await house.Node.SignInHolderAsync(Role.FacilityManager);
        await using var desk = await browser.OpenAsync(house.Node, manager, scripts, width, 844);
        var office = new Walk(desk);
        await office.OpenAsync($"/etablissements/{mission.Finess}/presences");
        var card = desk.Page.Locator("li.rs-card").Filter(new() { Has = desk.Page.Locator($"input[value='{mission.Id}']") });
        await card.GetByRole(AriaRole.Button, new() { Name = "Absente" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("Il manque encore 1 personne")).ToBeVisibleAsync();

        var id = new NeedId(Guid.Parse(new Uri(desk.Page.Url).Segments[^1]));
        await Eventually.TrueAsync(async () => (await WaitingAsync(id)).Count > 0, "nobody was asked to come", withinSeconds: 40);
        var offer = (await WaitingAsync(id))[0];
        await using var nurse = await browser.OpenAsync(house.Node, member: null, scripts, 390, 844);
        var walk = new Walk(nurse);
        var asked = Assert.Single(await house.Node.ReadAsync<Need>(one => one.Id == id));
        await walk.OpenAsync($"/offres/{await house.Node.WithAsync((OfferLinks links) => links.TokenAsync(offer, asked, TestContext.Current.CancellationToken).AsTask())}");
        await Assertions.Expect(nurse.Page.GetByText("il manque quelqu’un")).ToBeVisibleAsync();
        await walk.ClickAsync(AriaRole.Button, "J’accepte");
        await Assertions.Expect(nurse.Page.GetByText("Confirmé")).ToBeVisibleAsync();
        if (!scripts)
        {
            await desk.Page.ReloadAsync();
        }

        await Assertions.Expect(desk.Page.Locator("section[aria-label='Viennent'] li")).ToHaveCountAsync(1);
        Assert.InRange(since.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    private async Task<List<Offer>> WaitingAsync(NeedId need) =>
        await house.Node.ReadAsync<Offer>(offer => offer.NeedId == need && offer.State == OfferState.Waiting);
}

internal static class SettledNeed
{
    /// <summary>A shift of today at the hospital of the demonstration, to which somebody said yes a while ago.</summary>
    public static async Task<(DateTimeOffset StartsAt, PersonId Person, string OfferAddress)> SettledNeedAsync(this Node node, SettableClock clock)
    {
        var stop = TestContext.Current.CancellationToken;
        var hospital = Assert.Single(await node.ReadAsync<Need>(need => need.State == NeedState.Cancelled)).Finess;
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(1, clock.GetUtcNow().AddHours(1), TimeSpan.FromHours(3), hospital: hospital), 1);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, need.Version, stop)));
        clock.Set(clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => (await node.ReadAsync<Mission>(mission => mission.PersonId == offers[0].PersonId)).Count is 1, "the place did not become a mission");
        return (need.StartsAt, offers[0].PersonId, $"/offres/{await node.WithAsync((OfferLinks links) => links.TokenAsync(offers[0], need, stop).AsTask())}");
    }
}
