using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Kernel.Time;
using Relais.Matching.Rest;
using Relais.Missions.Certificates;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Notices;
using Relais.Missions.Presence;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Tests.Infrastructure;
using Relais.Tests.Messages;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>From a settled place to agreed hours, with the clock in the hands of the test.</summary>
public sealed class MissionTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task A_settled_place_is_a_mission_until_its_person_withdraws(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var node = house.Node;
        var (mission, offer, need) = await SettledAsync(node);
        Assert.Equal((offer.PersonId, need.StartsAt, need.Site), (mission.PersonId, mission.StartsAt, mission.Site));

        await node.WithAsync((Answering answering) => answering.WithdrawAsync(offer.Id, note: null, Stop));

        Assert.NotNull((await ReadAsync(node, mission)).CalledOffAt);
        Assert.Equal("called_off", Refused(await ArriveAsync(node, mission, Side.Person)));
        Assert.Equal("called_off", Refused(await TellAsync(node, mission, Side.Person, told: null)));
    }

    [Theory, OnEveryEngine]
    public async Task A_mission_follows_the_need_that_changes(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var node = house.Node;
        var (mission, _, need) = await SettledAsync(node);

        var change = new NeedChange(need.StartsAt.AddHours(1), need.EndsAt, 30, 1, "Bâtiment C", need.ContactName, need.ContactPhone, "Badge");
        Assert.IsType<NeedResult.Done>(await node.WithAsync((NeedChanging changing) => changing.ChangeAsync(need.Id, change, Stop)));

        var changed = await ReadAsync(node, mission);
        Assert.Equal((change.StartsAt, 30, "Bâtiment C", "Badge", 1), (changed.StartsAt, changed.BreakMinutes, changed.Site, changed.Instructions, changed.Revision));
    }

    [Theory, OnEveryEngine]
    public async Task Arrival_is_told_from_two_hours_before_until_the_end(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var node = house.Node;
        var (mission, _, _) = await SettledAsync(node);

        Assert.Equal("too_early", Refused(await ArriveAsync(node, mission, Side.Person)));
        _clock.Set(mission.EndsAt);
        Assert.Equal("over", Refused(await ArriveAsync(node, mission, Side.Host)));
        _clock.Set(mission.StartsAt.AddMinutes(-20));
        Assert.IsType<MissionResult.Done>(await ArriveAsync(node, mission, Side.Person));
        _clock.Set(mission.StartsAt.AddMinutes(40));
        Assert.IsType<MissionResult.Done>(await ArriveAsync(node, mission, Side.Host));

        var arrived = await ReadAsync(node, mission);
        Assert.Equal(Side.Person, arrived.ArrivalTold);
        Assert.InRange(arrived.ArrivedAt!.Value, mission.StartsAt.AddMinutes(-20), mission.StartsAt.AddMinutes(-19));
    }

    [Theory, OnEveryEngine]
    public async Task Hours_stand_when_the_other_side_agrees_to_the_same_and_never_change_after(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var node = house.Node;
        var (mission, _, _) = await SettledAsync(node);
        Assert.Equal("not_started", Refused(await TellAsync(node, mission, Side.Person, told: null)));
        _clock.Set(mission.EndsAt.AddHours(1));
        var longer = new ToldHours(new Interval(mission.StartsAt, mission.EndsAt.AddMinutes(45)), 20);

        Assert.IsType<MissionResult.Done>(await TellAsync(node, mission, Side.Person, longer));
        Assert.IsType<MissionResult.Done>(await TellAsync(node, mission, Side.Host, told: null));
        Assert.Equal("hours_changed", Refused(await AgreeAsync(node, mission, Side.Person, round: 1)));
        Assert.Equal("hours_changed", Refused(await AgreeAsync(node, mission, Side.Host, round: 2)));
        Assert.Null(Assert.Single(await HoursAsync(node, mission)).AgreedAt);
        Assert.IsType<MissionResult.Done>(await AgreeAsync(node, mission, Side.Person, round: 2));

        var hours = Assert.Single(await HoursAsync(node, mission));
        Assert.Equal(mission.EndsAt, hours.EndsAt);
        Assert.InRange(hours.AgreedAt!.Value, mission.EndsAt.AddHours(1), _clock.GetUtcNow());
        Assert.Equal("hours_agreed", Refused(await TellAsync(node, mission, Side.Host, longer)));
        Assert.Equal(12, Assert.Single(await node.ReadAsync<Certificate>(one => one.MissionId == mission.Id)).Code.Length);
        Assert.Contains(await node.MessagesAsync(), message => message.Template == CertificateReady.Template);
    }

    [Theory, OnEveryEngine]
    public async Task Both_sides_who_tell_the_same_at_once_agree_once(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var node = house.Node;
        var (mission, _, _) = await SettledAsync(node);
        _clock.Set(mission.EndsAt.AddHours(1));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(() => TellAsync(node, mission, turn % 2 is 0 ? Side.Person : Side.Host, told: null))));

        Assert.All(results, result => Assert.IsType<MissionResult.Done>(result));
        Assert.NotNull(Assert.Single(await HoursAsync(node, mission)).AgreedAt);
        Assert.Single(await node.ReadAsync<Certificate>(one => one.MissionId == mission.Id));
    }

    [Theory, OnEveryEngine]
    public async Task The_end_of_a_mission_asks_its_person_for_the_hours(Engine engine)
    {
        await using var house = await HouseAsync(engine);
        var node = house.Node;
        var (mission, _, _) = await SettledAsync(node);

        _clock.Set(mission.EndsAt.AddMinutes(1));

        await Eventually.TrueAsync(async () => (await node.MessagesAsync()).Exists(message => message.Template == YourHours.Template), "nobody asked for the hours");
    }

    private async Task<House> HouseAsync(Engine engine)
    {
        _clock.Set(new DateTimeOffset(DateTime.UtcNow.Date.AddHours(9), TimeSpan.Zero));
        var installation = await Installation.CreateAsync(engine, postgres);
        return new House(installation, installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock))));
    }

    private async Task<(Mission Mission, Offer Offer, Need Need)> SettledAsync(Node node)
    {
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(1, new DateTimeOffset(_clock.GetUtcNow().Date.AddHours(20), TimeSpan.Zero)), 1);
        Assert.IsType<AnswerResult.Done>(await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, need.Version, Stop)));
        _clock.Set(_clock.GetUtcNow().AddMinutes(11));
        await Eventually.TrueAsync(async () => (await node.ReadAsync<Mission>(_ => true)).Count is 1, "the place did not become a mission");
        return (Assert.Single(await node.ReadAsync<Mission>(_ => true)), offers[0], need);
    }

    private static async Task<Mission> ReadAsync(Node node, Mission mission) => Assert.Single(await node.ReadAsync<Mission>(one => one.Id == mission.Id));

    private static Task<List<WorkedHours>> HoursAsync(Node node, Mission mission) => node.ReadAsync<WorkedHours>(hours => hours.MissionId == mission.Id);

    private static Task<MissionResult> ArriveAsync(Node node, Mission mission, Side side) => node.WithAsync((Arriving arriving) => arriving.ArriveAsync(mission.Id, side, Stop));

    private static Task<MissionResult> TellAsync(Node node, Mission mission, Side side, ToldHours? told) =>
        node.WithAsync((Agreeing agreeing) => agreeing.TellAsync(mission.Id, side, told, Stop));

    private static Task<MissionResult> AgreeAsync(Node node, Mission mission, Side side, int round) =>
        node.WithAsync((Agreeing agreeing) => agreeing.AgreeAsync(mission.Id, side, round, Stop));

    private static string Refused(MissionResult result) => Assert.IsType<MissionResult.Refused>(result).Code;

    private sealed record House(Installation Installation, Node Node) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Installation.DisposeAsync();
    }
}
