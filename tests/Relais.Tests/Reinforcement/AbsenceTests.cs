using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Missions.Life;
using Relais.Missions.Notices;
using Relais.Missions.Presence;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;

namespace Relais.Tests.Reinforcement;

/// <summary>Who was expected has not come: somebody else is found while the shift runs.</summary>
public sealed class AbsenceTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task Who_has_not_come_is_replaced_within_a_minute_for_what_is_left_of_the_shift(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (absent, mission) = await SettledAsync(node, need);
        _clock.Set(need.StartsAt.AddMinutes(12));

        var told = Assert.IsType<MissionResult.Done>(await AbsentAsync(node, mission));

        Assert.Equal($"/besoins/{need.Id}", told.Next);
        Assert.Equal((OfferState.Withdrawn, true), await OfferAsync(node, absent.Id) is var left ? (left.State, left.AbsentAt is not null) : default);
        Assert.NotNull((await ReadAsync(node, mission)).AbsentAt);
        await Eventually.TrueAsync(async () => (await WaitingAsync(node, need)).Count > 0, "nobody was asked to come", withinSeconds: 60);
        var yes = (await WaitingAsync(node, need))[0];
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(yes.Id, need.Version, Stop)));
        await Eventually.TrueAsync(async () => await StateAsync(node, need) is NeedState.Filled, "the place was not settled at once", withinSeconds: 60);

        var replacement = Assert.Single(await node.ReadAsync<Mission>(one => one.PersonId == yes.PersonId));
        Assert.InRange(replacement.StartsAt, need.StartsAt.AddMinutes(12), need.StartsAt.AddMinutes(90));
        Assert.Equal(need.EndsAt, replacement.EndsAt);
        Assert.Equal(1, await node.HeldAsync(need.Id));
        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).Exists(message => message.Template == NotedAbsent.Template), "the absent person was told nothing");
    }

    [Theory, OnEveryEngine]
    public async Task Who_comes_after_all_has_the_place_back_unless_another_took_it(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (offer, mission) = await SettledAsync(node, need);
        _clock.Set(need.StartsAt.AddMinutes(12));
        await AbsentAsync(node, mission);
        await Eventually.TrueAsync(async () => (await WaitingAsync(node, need)).Count > 1, "nobody was asked to come", withinSeconds: 60);

        Assert.IsType<MissionResult.Done>(await node.WithAsync((Absence absence) => absence.TakeBackAsync(mission.Id, Stop)));

        Assert.Equal(NeedState.Filled, await StateAsync(node, need));
        Assert.Equal(OfferState.Accepted, (await OfferAsync(node, offer.Id)).State);
        Assert.Empty(await WaitingAsync(node, need));
        var back = await ReadAsync(node, mission);
        Assert.Equal((null, null, Side.Host), (back.AbsentAt, back.CalledOffAt, back.ArrivalTold));
        Assert.Equal("arrived", Assert.IsType<MissionResult.Refused>(await AbsentAsync(node, mission)).Code);
    }

    [Theory, OnEveryEngine]
    public async Task A_place_that_another_took_is_not_given_back(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (_, mission) = await SettledAsync(node, need);
        _clock.Set(need.StartsAt.AddMinutes(12));
        await AbsentAsync(node, mission);
        await Eventually.TrueAsync(async () => (await WaitingAsync(node, need)).Count > 0, "nobody was asked to come", withinSeconds: 60);
        await node.WithAsync(async (Answering answering) => await answering.AcceptAsync((await WaitingAsync(node, need))[0].Id, need.Version, Stop));

        Assert.Equal("place_given", Assert.IsType<MissionResult.Refused>(await node.WithAsync((Absence absence) => absence.TakeBackAsync(mission.Id, Stop))).Code);

        Assert.NotNull((await ReadAsync(node, mission)).AbsentAt);
        Assert.Equal(1, await node.HeldAsync(need.Id));
    }

    [Theory, OnEveryEngine]
    public async Task Who_had_said_yes_too_late_is_called_first(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (_, mission) = await SettledAsync(node, need, alsoYes: true);
        var late = Assert.Single(await node.ReadAsync<Offer>(offer => offer.NeedId == need.Id && offer.State == OfferState.Ended && offer.AnsweredAt != null));
        _clock.Set(need.StartsAt.AddMinutes(12));

        await AbsentAsync(node, mission);

        await Eventually.TrueAsync(async () => (await OfferAsync(node, late.Id)).State is OfferState.Waiting, "who had said yes was not called", withinSeconds: 60);
    }

    [Theory, OnEveryEngine]
    public async Task Nobody_is_made_to_come_for_the_last_minutes(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (_, mission) = await SettledAsync(node, need);
        _clock.Set(need.EndsAt.AddMinutes(-50));

        Assert.Null(Assert.IsType<MissionResult.Done>(await AbsentAsync(node, mission)).Next);

        Assert.NotNull((await ReadAsync(node, mission)).AbsentAt);
        Assert.Equal(NeedState.Filled, await StateAsync(node, need));
    }

    [Theory, OnEveryEngine]
    public async Task An_absence_that_crosses_a_withdrawal_frees_the_place_once(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (offer, mission) = await SettledAsync(node, need);
        _clock.Set(need.StartsAt.AddMinutes(12));

        await Task.WhenAll(
            Task.Run(() => AbsentAsync(node, mission), Stop),
            Task.Run(() => node.WithAsync((Answering answering) => answering.WithdrawAsync(offer.Id, note: null, Stop)), Stop));

        Assert.Equal(0, await node.HeldAsync(need.Id));
        Assert.NotNull((await ReadAsync(node, mission)).CalledOffAt);
        Assert.Equal(NeedState.Open, await StateAsync(node, need));
        await Eventually.TrueAsync(async () => (await WaitingAsync(node, need)).Count > 0, "nobody was asked to come", withinSeconds: 60);
    }

    [Theory, OnEveryEngine]
    public async Task What_was_lived_is_neither_withdrawn_from_nor_cancelled_nor_changed(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var (node, need) = (house.Node, house.Need);
        var (offer, mission) = await SettledAsync(node, need);
        Assert.Equal("undo_too_late", Assert.IsType<AnswerResult.Refused>(await node.WithAsync((Answering answering) => answering.UndoAsync(offer.Id, Stop))).Code);
        _clock.Set(need.StartsAt.AddMinutes(1));
        var change = new NeedChange(need.StartsAt.AddDays(1), need.EndsAt.AddDays(1), 30, 1, "Bâtiment C", need.ContactName, need.ContactPhone, "Badge");
        Assert.Equal("need_started", Assert.IsType<NeedResult.Refused>(await node.WithAsync((NeedLife life) => life.CancelAsync(need.Id, Stop))).Code);
        Assert.Equal("need_started", Assert.IsType<NeedResult.Refused>(await node.WithAsync((NeedChanging changing) => changing.ChangeAsync(need.Id, change, Stop))).Code);
        _clock.Set(need.EndsAt);
        Assert.Equal("need_over", Assert.IsType<AnswerResult.Refused>(await node.WithAsync((Answering answering) => answering.WithdrawAsync(offer.Id, note: null, Stop))).Code);

        Assert.Equal(1, await node.HeldAsync(need.Id));
        Assert.Null((await ReadAsync(node, mission)).CalledOffAt);
    }

    /// <summary>Today at nine, a need for the evening, thirty nurses of the town.</summary>
    private async Task<House> HouseAsync(Engine engine)
    {
        _clock.Set(new DateTimeOffset(DateTime.UtcNow.Date.AddHours(9), TimeSpan.Zero));
        var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));
        await node.InventNursesAsync(30);
        await node.GiveAddressesAsync();
        var need = ReinforcementWorld.NewNeed(1, new DateTimeOffset(_clock.GetUtcNow().Date.AddHours(18), TimeSpan.Zero));
        need.State = NeedState.Draft;
        await node.WithDbAsync(db =>
        {
            db.Add(need);
            return db.SaveChangesAsync(Stop);
        });
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedLife life) => life.PublishAsync(need.Id, Stop)));
        return new House(installation, node, need);
    }

    private async Task<(Offer Offer, Mission Mission)> SettledAsync(Node node, Need need, bool alsoYes = false)
    {
        await Eventually.TrueAsync(async () => (await WaitingAsync(node, need)).Count > 1, "fewer than two were asked", withinSeconds: 60);
        var asked = await WaitingAsync(node, need);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(asked[0].Id, need.Version, Stop)));
        if (alsoYes)
        {
            await node.WithAsync((Answering answering) => answering.AcceptAsync(asked[1].Id, need.Version, Stop));
        }

        _clock.Set(_clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => await StateAsync(node, need) is NeedState.Filled, "the need was not filled", withinSeconds: 60);
        return (asked[0], Assert.Single(await node.ReadAsync<Mission>(_ => true)));
    }

    private static Task<MissionResult> AbsentAsync(Node node, Mission mission) => node.WithAsync((Absence absence) => absence.TellAsync(mission.Id, Stop));

    private static async Task<Mission> ReadAsync(Node node, Mission mission) => Assert.Single(await node.ReadAsync<Mission>(one => one.Id == mission.Id));

    private static async Task<Offer> OfferAsync(Node node, OfferId id) => Assert.Single(await node.ReadAsync<Offer>(offer => offer.Id == id));

    private static async Task<NeedState> StateAsync(Node node, Need need) => Assert.Single(await node.ReadAsync<Need>(one => one.Id == need.Id)).State;

    private static async Task<List<Offer>> WaitingAsync(Node node, Need need) =>
        [.. (await node.ReadAsync<Offer>(offer => offer.NeedId == need.Id && offer.State == OfferState.Waiting)).OrderBy(offer => offer.Id.Value)];

    private sealed record House(Installation Installation, Node Node, Need Need) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Installation.DisposeAsync();
    }
}
