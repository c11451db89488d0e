using System.Net;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Commitments;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Reinforcement.ReinforcementWorld;

namespace Relais.Tests.Reinforcement;

/// <summary>A yes that nobody asked for is a yes like any other, and passes before nobody.</summary>
public sealed class ComingForwardTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task Who_comes_forward_holds_the_place_and_may_change_their_mind(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var need = await OpenAsync(node);

        var page = await nurse.Browser.GetPageAsync($"/pres-de-chez-moi/{need.Id}");
        Assert.DoesNotContain(need.Site, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(need.ContactPhone, page.Body.TextContent, StringComparison.Ordinal);
        var answer = await ComeAsync(node, nurse, need, need.Version);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var offerPage = await nurse.Browser.GetPageAsync(answer.Headers.Location!.OriginalString);

        Assert.Contains("votre place est tenue", offerPage.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Annuler mon oui", offerPage.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await node.HeldAsync(need.Id));
        var offer = Assert.Single(await node.ReadAsync<Offer>(o => o.NeedId == need.Id));
        Assert.Equal((OfferState.Accepted, true, nurse.Person), (offer.State, offer.CameForward, offer.PersonId));
        Assert.Empty(await node.ReadAsync<RequestBudget>(_ => true));
        Assert.DoesNotContain(await node.MessagesAsync(), message => message.Template is "offer-invitation");
    }

    [Theory, OnEveryEngine]
    public async Task Of_thirty_people_who_come_forward_at_once_for_two_places_two_hold_one(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var nodes = installation.AddTwoNodes();
        await nodes[0].InventNursesAsync(30);
        var people = (await nodes[0].ReadAsync<Relais.Accounts.People.Person>(_ => true)).ConvertAll(person => person.Id);
        var need = await OpenAsync(nodes[0], headCount: 2);

        var answers = await Task.WhenAll(people.Select((person, index) => Task.Run(() =>
            nodes[index % 2].WithAsync<ComingForward, AnswerResult>(forward => forward.ComeAsync(need.Id, person, need.Version, Stop)))));

        Assert.Equal(2, await nodes[0].HeldAsync(need.Id));
        Assert.Equal(2, answers.OfType<AnswerResult.Done>().Count());
        Assert.All(answers.OfType<AnswerResult.Refused>(), refused => Assert.Contains(refused.Code, (string[])["place_taken", "need_closed"]));
        Assert.DoesNotContain(await nodes[0].ReadAsync<Offer>(o => o.NeedId == need.Id), offer => offer.State is OfferState.Waiting);
    }

    [Theory, OnEveryEngine]
    public async Task Who_said_yes_when_everything_was_held_passes_before_who_comes_forward(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var need = NewNeed(1, Night());
        need.Wave = 1;
        var (_, offers) = await node.AskAsync(need, 2);
        await node.WithAsync<Answering, AnswerResult>(answering => answering.AcceptAsync(offers[0].Id, need.Version, Stop));
        await node.WithAsync<Answering, AnswerResult>(answering => answering.AcceptAsync(offers[1].Id, need.Version, Stop));
        await node.WithAsync<Answering, AnswerResult>(answering => answering.WithdrawAsync(offers[0].Id, note: null, Stop));

        await ComeAsync(node, nurse, need, need.Version);

        Assert.Equal(0, await node.HeldAsync(need.Id));
        var own = Assert.Single(await node.ReadAsync<Offer>(o => o.PersonId == nurse.Person));
        Assert.Equal(OfferState.Standby, own.State);
    }

    [Theory, OnEveryEngine]
    public async Task Where_the_establishment_chooses_who_comes_forward_is_one_of_the_candidates(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var need = await OpenAsync(node, filling: Filling.ChosenByManager);

        await ComeAsync(node, nurse, need, need.Version);

        Assert.Equal(OfferState.Candidate, Assert.Single(await node.ReadAsync<Offer>(o => o.NeedId == need.Id)).State);
        Assert.Equal(0, await node.HeldAsync(need.Id));
    }

    [Theory, OnEveryEngine]
    public async Task A_refused_yes_leaves_no_question_behind(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var (changed, taken) = (await OpenAsync(node), await OpenAsync(node, days: 4));
        await node.HeldAsync(Hours(nurse.Person.Value, new Interval(taken.StartsAt.AddHours(-9), taken.StartsAt.AddHours(-1))));

        var (stale, tired) = (await ComeAsync(node, nurse, changed, changed.Version + 1), await ComeAsync(node, nurse, taken, taken.Version));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (stale.StatusCode, tired.StatusCode));
        Assert.Contains("a changé depuis votre lecture", await stale.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("repos légal", await tired.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await node.ReadAsync<Offer>(_ => true));
    }

    [Theory, OnEveryEngine]
    public async Task Who_was_asked_answers_there(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Workers:Enabled", "false"));
        var nurse = await node.InviteNurseAsync();
        var need = await OpenAsync(node);
        await node.WithDbAsync(db =>
        {
            db.Add(NewOffer(need, nurse.Person));
            return db.SaveChangesAsync(Stop);
        });

        var answer = await nurse.Browser.GetAsync(new Uri($"/pres-de-chez-moi/{need.Id}", UriKind.Relative), Stop);

        Assert.StartsWith("/offres/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<Need> OpenAsync(Node node, int headCount = 1, int days = 1, Filling filling = Filling.FirstSuitable)
    {
        var need = NewNeed(headCount, Night(days), filling: filling);
        need.Wave = 1;
        await node.AskAsync(need, people: 0);
        return need;
    }

    private static async Task<HttpResponseMessage> ComeAsync(Node node, SignedIn nurse, Need need, int version)
    {
        var url = $"/pres-de-chez-moi/{need.Id}";
        var form = (await nurse.Browser.GetPageAsync("/mon-compte")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Version"] = $"{version}", ["__RequestVerificationToken"] = form };
        return await nurse.Browser.PostAsync(new Uri(url, UriKind.Relative), new FormUrlEncodedContent(fields), Stop);
    }
}
