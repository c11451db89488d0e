using System.Net;
using System.Net.Http.Json;
using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Messages;
using Relais.Reinforcement.Offers;
using Relais.Replies.Contracts;
using Relais.Replies.Inbound;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Replies;

/// <summary>What a provider of SMS tells, and what becomes of it.</summary>
public sealed class ReplyTests(PostgresServer postgres)
{
    private const string Key = "a-key-that-only-the-provider-has";
    private const string Number = "+33612345678";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnEveryEngine]
    public async Task A_reply_reaches_its_own_request_among_three_open_ones(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Sms:InboundKey", Key));
        var (offers, letters) = await ThreeAskedAsync(node);
        Assert.Equal(3, letters.Distinct().Count());

        await ReplyAsync(node, "r1", $"non {letters[1]} désolée");
        await ReplyAsync(node, "r2", $"Oui {char.ToLowerInvariant(letters[2])}");
        await ReplyAsync(node, "r2", $"Oui {letters[0]}");

        Assert.Equal([OfferState.Waiting, OfferState.Declined, OfferState.Accepted], await StatesAsync(node, offers));
        Assert.Equal(["non " + letters[1] + " désolée", $"Oui {char.ToLowerInvariant(letters[2])}"], (await node.ReadAsync<SmsReply>(_ => true)).OrderBy(reply => reply.ProviderId).Select(reply => reply.Text));
    }

    [Theory, OnEveryEngine]
    public async Task A_bare_yes_among_three_is_asked_which_and_a_yes_alone_is_taken(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Sms:InboundKey", Key));
        var (offers, letters) = await ThreeAskedAsync(node);

        await ReplyAsync(node, "r1", "Oui");
        Assert.All(await StatesAsync(node, offers), state => Assert.Equal(OfferState.Waiting, state));
        var echo = Assert.Single(await node.ReadAsync<SmsReply>(_ => true)).Echo!;
        Assert.All(letters, letter => Assert.Contains($"OUI {letter} (", echo, StringComparison.Ordinal));

        await ReplyAsync(node, "r2", $"non {letters[0]}");
        await ReplyAsync(node, "r3", $"non {letters[1]}");
        await ReplyAsync(node, "r4", "ok");
        Assert.Equal([OfferState.Declined, OfferState.Declined, OfferState.Accepted], await StatesAsync(node, offers));
    }

    [Theory, OnEveryEngine]
    public async Task An_unclear_reply_is_read_by_a_person_who_gives_it_its_effect(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Sms:InboundKey", Key));
        var (offers, letters) = await ThreeAskedAsync(node);
        await ReplyAsync(node, "r1", $"Oui {letters[0]} dans 2 heures");
        Assert.Equal(OfferState.Waiting, (await StatesAsync(node, offers))[0]);

        var elsewhere = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-22")));
        Assert.DoesNotContain("dans 2 heures", await elsewhere.Browser.GetStringAsync(new Uri("/reponses-sms", UriKind.Relative), Stop), StringComparison.Ordinal);
        var here = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        var page = await here.Browser.GetPageAsync("/reponses-sms");
        Assert.Contains($"Oui {letters[0]} dans 2 heures", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await here.Browser.SubmitAsync(page, "/reponses-sms?handler=Yes");

        Assert.Equal(OfferState.Accepted, (await StatesAsync(node, offers))[0]);
        var read = Assert.Single(await node.ReadAsync<SmsReply>(_ => true));
        Assert.Equal((ReplyState.Read, here.Account), (read.State, read.ReadBy!.Value));
    }

    [Theory, OnEveryEngine]
    public async Task The_same_reply_twenty_times_at_once_has_its_effect_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Sms:InboundKey", Key));
        var (offers, letters) = await ThreeAskedAsync(node);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(node, Key, new InboundSms("same", Number, $"oui {letters[0]}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer));
        Assert.Single(await node.ReadAsync<SmsReply>(_ => true));
        Assert.Equal(OfferState.Accepted, (await StatesAsync(node, offers))[0]);
        Assert.Single(await node.ReadAsync<Message>(message => message.Template == "reply-echo"));
    }

    [Fact]
    public async Task Only_who_has_the_key_speaks_for_the_provider_and_nonsense_changes_nothing()
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = installation.AddNode(settings: ("Sms:InboundKey", Key));
        await ThreeAskedAsync(node);

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(node, "another-key-of-some-length", new InboundSms("r1", Number, "oui")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(node, Key, new InboundSms("r1", "0612345678", "oui")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(node, Key, new InboundSms("r1", Number, new string('o', InboundSms.Longest + 1))));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(node, Key, new { nothing = 1 }));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(node, Key, new InboundSms("r2", "+33699999999", "oui")));

        Assert.Equal((ReplyState.ToRead, null), Assert.Single(await node.ReadAsync<SmsReply>(_ => true)) is var unknown ? (unknown.State, unknown.Echo) : default);
    }

    [Theory, OnEveryEngine]
    public async Task Stop_stops_and_a_letter_is_free_again_once_its_request_is_answered(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(settings: ("Sms:InboundKey", Key));
        var (offers, letters) = await ThreeAskedAsync(node);
        await ReplyAsync(node, "r1", $"non {letters[0]}");
        var need = ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(days: 12));
        var again = ReinforcementWorld.NewOffer(need, offers[0].PersonId);
        await node.WithDbAsync(db =>
        {
            db.Add(need);
            db.Add(again);
            return db.SaveChangesAsync(Stop);
        });
        Assert.Equal(letters[0], await OpenAsync(node, again));

        await ReplyAsync(node, "r2", "STOP");
        Assert.NotNull(Assert.Single(await node.ReadAsync<ContactWishes>(_ => true)).SmsStoppedAt);
    }

    private static async Task<(IReadOnlyList<Offer> Offers, IReadOnlyList<char> Letters)> ThreeAskedAsync(Node node)
    {
        var needs = Enumerable.Range(2, 3).Select(days => ReinforcementWorld.NewNeed(1, ReinforcementWorld.Night(days * 2))).ToList();
        var offers = await node.AskOneAsync(needs);
        await node.WithAsync(async (IPeople people) =>
        {
            Assert.True(ContactPoint.TryMobile(Number, out var mobile));
            await people.AddAddressAsync(offers[0].PersonId, mobile, Stop, isProved: true);
            return true;
        });
        var letters = new List<char>();
        foreach (var offer in offers)
        {
            letters.Add(await OpenAsync(node, offer));
        }

        return (offers, letters);
    }

    private static async Task<char> OpenAsync(Node node, Offer offer) =>
        Assert.NotNull(await node.WithAsync((IQuestions questions) =>
            questions.OpenAsync(new QuestionToAsk(Number, offer.PersonId, "offer", offer.Id.Value, CommuneCode.Stored("29024")), Stop)));

    private static async Task ReplyAsync(Node node, string id, string text) =>
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(node, Key, new InboundSms(id, Number, text)));

    private static async Task<HttpStatusCode> PostAsync(Node node, string key, object body)
    {
        using var provider = node.Visitor();
        using var answer = await provider.PostAsJsonAsync(new Uri($"/api/sms/{key}/replies", UriKind.Relative), body, Stop);
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<OfferState>> StatesAsync(Node node, IReadOnlyList<Offer> offers)
    {
        var now = await node.ReadAsync<Offer>(_ => true);
        return [.. offers.Select(offer => now.Single(one => one.Id == offer.Id).State)];
    }
}
