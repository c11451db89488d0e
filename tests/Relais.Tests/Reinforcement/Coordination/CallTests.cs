using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Coordination;
using Relais.Reinforcement.Coordination.Calls;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Waves;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement.Coordination;

/// <summary>A coordinator calls those who can still come, and what they say has its effect.</summary>
public sealed class CallTests(PostgresServer postgres)
{
    private const string Mobile = "+33612345678";

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_yes_by_telephone_holds_the_place_and_is_written_down(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, nurse, coordinator) = await LaySceneAsync(node);
        var followUp = await coordinator.Browser.GetPageAsync($"/besoins/{need.Id}/suivi");
        var address = Assert.Single(followUp.QuerySelectorAll("main a[href*='/appels/']")).GetAttribute("href")!;
        Assert.Contains("pas sollicitée depuis quatre semaines", followUp.QuerySelector("main .rs-card")!.TextContent, StringComparison.Ordinal);
        var file = followUp.QuerySelector("main a[href*='a-appeler'][href*='format=csv']")!.GetAttribute("href")!;
        Assert.Contains("pas sollicitée depuis quatre semaines", await coordinator.Browser.GetStringAsync(new Uri(file, UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("06 12 34 56 78", followUp.Body!.TextContent, StringComparison.Ordinal);

        var page = await coordinator.Browser.GetPageAsync(address);
        Assert.Equal($"tel:{Mobile}", page.QuerySelector("main a[href^='tel:']")!.GetAttribute("href")!.Replace(" ", "", StringComparison.Ordinal));
        var unsaid = await (await coordinator.Browser.SubmitAsync(page, address, ("Form.Note", "Arrive à 22 h"))).ReadPageAsync();
        Assert.Contains("Dites ce qu’a donné l’appel", unsaid.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Arrive à 22 h", unsaid.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await node.ReadAsync<NeedCall>(_ => true));
        await coordinator.Browser.SubmitAsync(page, address, ("Form.Outcome", "Comes"), ("Form.Note", "Arrive à 22 h"));

        Assert.Equal(nurse, Assert.Single(await node.ReadAsync<Assignment>(held => held.NeedId == need.Id)).PersonId);
        var call = Assert.Single(await node.ReadAsync<NeedCall>(_ => true));
        Assert.Equal((nurse, coordinator.Person, CallOutcome.Comes, "Arrive à 22 h"), (call.PersonId, call.CalledBy, call.Outcome, call.Note));
        Assert.Contains("Arrive à 22 h", (await coordinator.Browser.GetPageAsync($"/besoins/{need.Id}/suivi")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await node.ReadAsync<JournalEntry>(entry => entry.SubjectId == nurse.ToString()), entry => entry.Action == CallModel.Number.Action);
    }

    [Theory, OnEveryEngine]
    public async Task Who_says_no_by_telephone_is_not_asked_again(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, nurse, coordinator) = await LaySceneAsync(node);
        Assert.Null(await RecordAsync(node, need, nurse, coordinator, CallOutcome.DoesNotCome));

        Assert.Equal(OfferState.Declined, Assert.Single(await node.ReadAsync<Offer>(offer => offer.NeedId == need.Id)).State);
        Assert.Empty((await node.WithAsync((CandidateSearch search) => search.SearchAsync(need, Stop))).Askable);
        Assert.Empty((await coordinator.Browser.GetPageAsync($"/besoins/{need.Id}/suivi")).QuerySelectorAll("main a[href*='/appels/']"));
    }

    [Theory, OnEveryEngine]
    public async Task A_yes_that_comes_too_late_is_refused_in_words_and_writes_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, nurse, coordinator) = await LaySceneAsync(node);
        var address = $"/besoins/{need.Id}/appels/{nurse}";
        var page = await coordinator.Browser.GetPageAsync(address);
        await node.SqlAsync($"UPDATE need SET state = 'Cancelled' WHERE id = {need.Id.Value}");

        var answer = await coordinator.Browser.SubmitAsync(page, address, ("Form.Outcome", "Comes"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("annulé", (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await node.ReadAsync<NeedCall>(_ => true));
        Assert.Empty(await node.ReadAsync<Offer>(_ => true));
    }

    [Theory, OnEveryEngine]
    public async Task A_number_is_shown_to_the_coordination_of_the_place_and_for_those_on_the_list_alone(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, nurse, coordinator) = await LaySceneAsync(node);
        var stranger = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35")));
        var manager = await node.SignInAsync((Role.FacilityManager, new Scope.Facility(need.Finess.Value)));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stranger, $"/besoins/{need.Id}/appels/{nurse}"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(manager, $"/besoins/{need.Id}/appels/{nurse}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(coordinator, $"/besoins/{need.Id}/appels/{manager.Person}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(coordinator, $"/besoins/{need.Id}/appels/{nurse}"));
    }

    [Theory, OnEveryEngine]
    public async Task Who_asked_to_be_called_again_comes_first_once_it_is_time(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, nurse, coordinator) = await LaySceneAsync(node);
        await node.InventNursesAsync(2);
        Assert.Null(await RecordAsync(node, need, nurse, coordinator, CallOutcome.CallBack, DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Equal(nurse, (await node.WithAsync((CallList list) => list.OfAsync(need, Stop))).Lines[^1].Name.Id);

        await node.SqlAsync($"UPDATE need_call SET call_back_at = called_at");

        Assert.Equal(nurse, (await node.WithAsync((CallList list) => list.OfAsync(need, Stop))).Lines[0].Name.Id);
    }

    [Theory, OnEveryEngine]
    public async Task One_of_the_coordination_looks_after_a_need_at_a_time(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var (need, _, first) = await LaySceneAsync(node);
        var second = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => node.WithAsync(async (InHand hand) =>
        {
            await hand.TakeAsync(need.Id, number % 2 is 0 ? first.Person : second.Person, Stop);
            return true;
        }))));

        var holder = Assert.Single(await node.ReadAsync<NeedInHand>(_ => true)).PersonId;
        await node.WithAsync(async (InHand hand) =>
        {
            await hand.LeaveAsync(need.Id, holder == first.Person ? second.Person : first.Person, Stop);
            return true;
        });
        Assert.Single(await node.ReadAsync<NeedInHand>(_ => true));
        var page = await second.Browser.GetPageAsync("/besoins");
        Assert.Contains("Suivi par", page.QuerySelector("main .rs-card")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task The_latest_come_first_and_the_file_holds_what_the_page_shows(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var (soon, late, doctor) = (
            ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(3)), ReinforcementWorld.NewNeed(2, ReinforcementWorld.Night(5)), ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(4), cell: "physician.emergency"));
        late.PublishedAt = DateTimeOffset.UtcNow.AddHours(-3);
        await node.AskAsync(soon, people: 2);
        await node.AskAsync(late, people: 1);
        await node.AskAsync(doctor, people: 0);

        var cards = (await coordinator.Browser.GetPageAsync("/besoins")).QuerySelectorAll("main .rs-card__link").Select(link => link.GetAttribute("href"));
        Assert.Equal($"/besoins/{late.Id}/suivi", cards.First());
        Assert.Equal(3, cards.Count());
        Assert.Equal($"/besoins/{late.Id}/suivi", Assert.Single((await coordinator.Browser.GetPageAsync("/besoins?retard=oui")).QuerySelectorAll("main .rs-card__link")).GetAttribute("href"));

        var nurses = await coordinator.Browser.GetPageAsync("/besoins?metier=nurse");
        Assert.Equal(2, nurses.QuerySelectorAll("main .rs-card").Length);
        var csv = await coordinator.Browser.GetStringAsync(new Uri(nurses.QuerySelector("main a[href*='format=csv']")!.GetAttribute("href")!, UriKind.Relative), Stop);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(";2;2;", csv.Split("\r\n")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Médecin", csv, StringComparison.Ordinal);
    }

    /// <summary>A need of one place in Finistère, a nurse who could take it and was not asked, and a coordinator.</summary>
    private static async Task<(Need Need, PersonId Nurse, SignedIn Coordinator)> LaySceneAsync(Node node)
    {
        var nurse = await node.InviteNurseAsync();
        await node.WithAsync(async (IServiceProvider services) =>
        {
            Assert.True(ContactPoint.TryMobile(Mobile, out var mobile));
            await services.GetRequiredService<IPeople>().AddAddressAsync(nurse.Person, mobile, Stop, isProved: true);
            await services.GetRequiredService<RelaisDb>().SaveChangesAsync(Stop);
            return true;
        });
        var (need, _) = await node.AskAsync(ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(3)), people: 0);
        return (need, nurse.Person, await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29"))));
    }

    private static async Task<string?> RecordAsync(Node node, Need need, PersonId person, SignedIn caller, CallOutcome outcome, DateTimeOffset? again = null)
    {
        var line = await node.WithAsync((CallList list) => list.FindAsync(need, person, Stop));
        return await node.WithAsync((Calling calling) => calling.RecordAsync(need.Id, line!, caller.Person, new CallMade(outcome, again, Note: null), Stop));
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedIn who, string address) => (await who.Browser.GetAsync(new Uri(address, UriKind.Relative), Stop)).StatusCode;
}
