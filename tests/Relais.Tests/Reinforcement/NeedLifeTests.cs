using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;

namespace Relais.Tests.Reinforcement;

/// <summary>A need from the first wave to the end, as the workers live it, with the clock in the hands of the test.</summary>
public sealed class NeedLifeTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task The_next_people_are_asked_when_the_first_wave_leaves_a_place_free(Engine engine)
    {
        await using var house = await HouseAsync(engine, volunteers: 30);
        var node = house.Node;
        var need = await PublishAsync(node, headCount: 1);
        var first = await AskedAsync(node, need, atLeast: 1);
        Assert.InRange(first.Count, 1, 29);

        _clock.Set(_clock.GetUtcNow().AddHours(3));
        await Eventually.TrueAsync(async () => (await OffersAsync(node, need)).Count > first.Count, "no second wave left", withinSeconds: 60);

        var all = await OffersAsync(node, need);
        Assert.Equal(all.Count, all.Select(offer => offer.PersonId).Distinct().Count());
        Assert.True(all.Max(offer => offer.Wave) > 1);
    }

    [Theory, OnEveryEngine]
    public async Task A_filled_need_asks_nobody_else_and_everybody_learns_how_it_ended(Engine engine)
    {
        await using var house = await HouseAsync(engine, volunteers: 30);
        var node = house.Node;
        var need = await PublishAsync(node, headCount: 1);
        var asked = await AskedAsync(node, need, atLeast: 2);
        Assert.IsType<AnswerResult.Done>(await AnswerAsync(node, answering => answering.AcceptAsync(asked[0].Id, 1, Stop)));

        // For ten minutes the yes may be taken back, and nobody else is told anything.
        Assert.All((await OffersAsync(node, need)).Skip(1), offer => Assert.Equal(OfferState.Waiting, offer.State));
        _clock.Set(_clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => Assert.Single(await node.ReadAsync<Need>(n => n.Id == need)).State is NeedState.Filled, "the need was not filled", withinSeconds: 60);

        var others = (await OffersAsync(node, need)).Where(offer => offer.Id != asked[0].Id).ToList();
        Assert.All(others, offer => Assert.Equal((OfferState.Ended, OfferOutcome.Filled), (offer.State, offer.Outcome)));
        Assert.IsType<AnswerResult.Refused>(await AnswerAsync(node, answering => answering.UndoAsync(asked[0].Id, Stop)));

        _clock.Set(_clock.GetUtcNow().AddHours(4));
        await Task.Delay(300, Stop);
        Assert.Equal(others.Count + 1, (await OffersAsync(node, need)).Count);
    }

    [Theory, OnEveryEngine]
    public async Task A_withdrawal_reopens_the_place_and_calls_who_had_said_yes_too_late(Engine engine)
    {
        await using var house = await HouseAsync(engine, volunteers: 30);
        var node = house.Node;
        var need = await PublishAsync(node, headCount: 1);
        var asked = await AskedAsync(node, need, atLeast: 2);
        await AnswerAsync(node, answering => answering.AcceptAsync(asked[0].Id, 1, Stop));
        await AnswerAsync(node, answering => answering.AcceptAsync(asked[1].Id, 1, Stop));
        Assert.Equal(OfferState.Standby, (await OfferAsync(node, asked[1])).State);

        _clock.Set(_clock.GetUtcNow().AddMinutes(5));
        await AnswerAsync(node, answering => answering.WithdrawAsync(asked[0].Id, "Enfant malade", Stop));
        await Eventually.TrueAsync(async () => (await OfferAsync(node, asked[1])).State is OfferState.Waiting, "who had said yes too late was not called", withinSeconds: 60);

        Assert.Equal(0, await node.HeldAsync(need));
        Assert.IsType<AnswerResult.Done>(await AnswerAsync(node, answering => answering.AcceptAsync(asked[1].Id, 1, Stop)));
        Assert.Equal(1, await node.HeldAsync(need));
    }

    /// <summary>Published for the days to come, it can no longer wait for the morning: it begins at six.</summary>
    [Theory, OnEveryEngine]
    public async Task A_withdrawal_at_half_past_eleven_at_night_asks_somebody_new_within_a_minute(Engine engine)
    {
        await using var server = await SmtpServer.StartAsync();
        await using var house = await HouseAsync(engine, volunteers: 30, PostOffice.Settings(server));
        var node = house.Node;
        await node.GiveAddressesAsync();
        var need = await PublishAsync(node, headCount: 1, Paris(days: 1, 6, 0), Urgency.Soon);
        var asked = await AskedAsync(node, need, atLeast: 2);
        Assert.IsType<AnswerResult.Done>(await AnswerAsync(node, answering => answering.AcceptAsync(asked[0].Id, 1, Stop)));
        _clock.Set(_clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => Assert.Single(await node.ReadAsync<Need>(n => n.Id == need)).State is NeedState.Filled, "the need was not filled", withinSeconds: 60);

        var before = (await OffersAsync(node, need)).ConvertAll(offer => offer.PersonId);
        var night = Paris(days: 0, 23, 30);
        _clock.Set(night);
        Assert.IsType<AnswerResult.Done>(await AnswerAsync(node, answering => answering.WithdrawAsync(asked[0].Id, "Enfant malade", Stop)));

        await Eventually.TrueAsync(
            async () =>
            {
                var woken = (await OffersAsync(node, need)).Where(offer => !before.Contains(offer.PersonId)).Select(offer => offer.PersonId.Value).ToList();
                return (await node.MessagesAsync()).Exists(message => message.SentAt >= night && woken.Contains(message.PersonId));
            },
            "nobody new was written to", withinSeconds: 60);
    }

    [Theory, OnEveryEngine]
    public async Task A_need_that_changes_asks_everybody_again_and_a_yes_to_the_old_hours_is_none(Engine engine)
    {
        await using var house = await HouseAsync(engine, volunteers: 30);
        var node = house.Node;
        var need = await PublishAsync(node, headCount: 1);
        var asked = await AskedAsync(node, need, atLeast: 2);
        await AnswerAsync(node, answering => answering.AcceptAsync(asked[0].Id, 1, Stop));
        var before = Assert.Single(await node.ReadAsync<Need>(n => n.Id == need));

        var change = new NeedChange(before.StartsAt.AddHours(1), before.EndsAt, 0, 1, before.Site, before.ContactName, before.ContactPhone, "");
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedChanging changing) => changing.ChangeAsync(need, change, Stop)));

        Assert.Equal(OfferState.ToReconfirm, (await OfferAsync(node, asked[0])).State);
        Assert.Equal(1, await node.HeldAsync(need));
        var late = Assert.IsType<AnswerResult.Refused>(await AnswerAsync(node, answering => answering.AcceptAsync(asked[1].Id, 1, Stop)));
        Assert.NotEmpty(late.Sentence);

        // Changed once more before it was confirmed: the place is still theirs.
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedChanging changing) => changing.ChangeAsync(need, change with { EndsAt = before.EndsAt.AddHours(-1) }, Stop)));
        Assert.Equal(OfferState.ToReconfirm, (await OfferAsync(node, asked[0])).State);
        Assert.Equal(1, await node.HeldAsync(need));
        Assert.IsType<AnswerResult.Done>(await AnswerAsync(node, answering => answering.AcceptAsync(asked[0].Id, 3, Stop)));
        Assert.Equal(OfferState.Accepted, (await OfferAsync(node, asked[0])).State);
    }

    [Theory, OnEveryEngine]
    public async Task A_cancelled_need_frees_those_who_were_to_come(Engine engine)
    {
        await using var house = await HouseAsync(engine, volunteers: 30);
        var node = house.Node;
        var need = await PublishAsync(node, headCount: 1);
        var asked = await AskedAsync(node, need, atLeast: 2);
        await AnswerAsync(node, answering => answering.AcceptAsync(asked[0].Id, 1, Stop));

        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedLife life) => life.CancelAsync(need, Stop)));

        Assert.Equal(0, await node.HeldAsync(need));
        Assert.All(await OffersAsync(node, need), offer => Assert.Equal(OfferOutcome.Cancelled, offer.Outcome));
    }

    [Theory, OnEveryEngine]
    public async Task Who_came_before_is_asked_before_those_who_live_nearer(Engine engine)
    {
        await using var house = await HouseAsync(engine, volunteers: 30);
        var node = house.Node;
        var past = await PublishAsync(node, headCount: 1);
        var came = (await AskedAsync(node, past, atLeast: 2))[^1];
        await AnswerAsync(node, answering => answering.AcceptAsync(came.Id, 1, Stop));
        _clock.Set(_clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => Assert.Single(await node.ReadAsync<Need>(n => n.Id == past)).State is NeedState.Filled, "the need was not filled", withinSeconds: 60);

        _clock.Set(_clock.GetUtcNow().AddDays(9));
        var next = await PublishAsync(node, headCount: 1);
        var asked = await AskedAsync(node, next, atLeast: 1);
        Assert.Contains(asked, offer => offer.PersonId == came.PersonId);
    }

    private async Task<House> HouseAsync(Engine engine, int volunteers, params (string Key, string Value)[] settings)
    {
        _clock.Set(new DateTimeOffset(DateTime.UtcNow.Date.AddHours(9), TimeSpan.Zero));
        var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)), settings);
        await node.InventNursesAsync(volunteers);
        return new House(installation, node);
    }

    private Task<NeedId> PublishAsync(Node node, int headCount) =>
        PublishAsync(node, headCount, new DateTimeOffset(_clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(20), TimeSpan.Zero), Urgency.Immediate);

    private static async Task<NeedId> PublishAsync(Node node, int headCount, DateTimeOffset startsAt, Urgency urgency)
    {
        var need = ReinforcementWorld.NewNeed(headCount, startsAt);
        need.State = NeedState.Draft;
        need.Urgency = urgency;
        await node.WithDbAsync(async db =>
        {
            db.Add(need);
            return await db.SaveChangesAsync(Stop);
        });
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedLife life) => life.PublishAsync(need.Id, Stop)));
        return need.Id;
    }

    /// <summary>A time of today, or of so many days later, on the clocks of Brittany.</summary>
    private DateTimeOffset Paris(int days, int hour, int minute)
    {
        var local = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(days).ToDateTime(new TimeOnly(hour, minute));
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")), TimeSpan.Zero);
    }

    private static async Task<List<Offer>> AskedAsync(Node node, NeedId need, int atLeast)
    {
        await Eventually.TrueAsync(async () => (await OffersAsync(node, need)).Count >= atLeast, $"fewer than {atLeast} were asked", withinSeconds: 60);
        return await OffersAsync(node, need);
    }

    private static async Task<List<Offer>> OffersAsync(Node node, NeedId need) =>
        [.. (await node.ReadAsync<Offer>(offer => offer.NeedId == need)).OrderBy(offer => offer.Id.Value)];

    private static async Task<Offer> OfferAsync(Node node, Offer offer) => Assert.Single(await node.ReadAsync<Offer>(o => o.Id == offer.Id));

    private static Task<AnswerResult> AnswerAsync(Node node, Func<Answering, Task<AnswerResult>> answer) => node.WithAsync(answer);

    private sealed record House(Installation Installation, Node Node) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Installation.DisposeAsync();
    }
}
