using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Rules;
using Relais.Kernel.Time;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Needs;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Reinforcement.Coordination;

/// <summary>Places that stay free are told to who is next, in time and once.</summary>
public sealed class EscalationTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task The_coordination_is_told_first_then_the_national_centre_and_each_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var coordinator = await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-29")));
        await node.SignInAsync((Role.Coordinator, new Scope.Territory("DEP-35")));
        var centre = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        var (need, offers) = await node.AskAsync(ReinforcementWorld.NewNeed(1, _clock.GetUtcNow().AddDays(2)), people: 1);

        await EscalateAsync(node, afterMinutes: 59);
        Assert.Empty(await ToldAsync(node));
        await EscalateAsync(node, afterMinutes: 2);
        await EscalateAsync(node, afterMinutes: 5);
        Assert.Equal([coordinator.Person], await ToldAsync(node));
        await EscalateAsync(node, afterMinutes: 120);
        await EscalateAsync(node, afterMinutes: 5);
        Assert.Equal([coordinator.Person, centre.Person], await ToldAsync(node));

        // Filled and given back: it is free anew, and told anew when its time has come.
        await node.WithAsync((Answering answering) => answering.AcceptAsync(offers[0].Id, version: null, Stop));
        await EscalateAsync(node, afterMinutes: 600);
        await node.WithAsync((Answering answering) => answering.WithdrawAsync(offers[0].Id, note: null, Stop));
        await EscalateAsync(node, afterMinutes: 30);
        Assert.Equal(2, (await ToldAsync(node)).Count);
        await EscalateAsync(node, afterMinutes: 31);
        Assert.Equal([coordinator.Person, centre.Person, coordinator.Person], await ToldAsync(node));
        Assert.Equal(3, (await node.ReadAsync<Escalation>(escalation => escalation.NeedId == need.Id)).Count);
    }

    [Theory, OnEveryEngine]
    public async Task Where_nobody_coordinates_the_national_centre_is_told_at_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = AddNode(installation);
        var centre = await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        await node.AskAsync(ReinforcementWorld.NewNeed(1, _clock.GetUtcNow().AddDays(2)), people: 0);

        await EscalateAsync(node, afterMinutes: 61);

        Assert.Equal([centre.Person], await ToldAsync(node));
    }

    [Theory, OnEveryEngine]
    public async Task Two_nodes_that_look_at_once_tell_once(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var (node, other) = (AddNode(installation), AddNode(installation));
        await node.SignInAsync((Role.NationalCrisisCentre, Scope.National));
        await node.AskAsync(ReinforcementWorld.NewNeed(1, _clock.GetUtcNow().AddDays(2)), people: 0);
        _clock.Set(_clock.GetUtcNow().AddMinutes(61));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => EscalateAsync(number % 2 is 0 ? node : other, afterMinutes: 0))));

        Assert.Single(await node.ReadAsync<Escalation>(_ => true));
        Assert.Single(await ToldAsync(node));
    }

    /// <param name="said">The urgency given when it was published.</param>
    /// <param name="hoursAhead">How long before its start it was published.</param>
    /// <param name="dueAfterHours">When the coordination is to be told, counted from then.</param>
    [Theory]
    [InlineData("Immediate", 200, 1)]
    [InlineData("Soon", 200, 12)]
    [InlineData("Planned", 400, 72)]
    [InlineData("Planned", 73, 13)]
    [InlineData("Planned", 30, 12)]
    [InlineData("Planned", 13, 2)]
    [InlineData("Planned", 10, 1)]
    public async Task The_nearer_the_shift_the_sooner_it_is_late(string said, int hoursAhead, double dueAfterHours)
    {
        await using var installation = await Installation.CreateAsync(Engine.Sqlite, postgres);
        var node = AddNode(installation);
        var published = _clock.GetUtcNow();
        var need = ReinforcementWorld.NewNeed(1, published.AddHours(hoursAhead));
        need.Urgency = Enum.Parse<Urgency>(said);

        var deadlines = await node.WithAsync((DatedRules rules) => Deadlines.InForceAsync(rules, published, Stop));

        Assert.Equal(dueAfterHours, (deadlines.Of(need, published, EscalationStep.Coordinator) - published).TotalHours);
        Assert.True(deadlines.Of(need, published, EscalationStep.National) > deadlines.Of(need, published, EscalationStep.Coordinator));
    }

    private Node AddNode(Installation installation) => installation.AddNode(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    private async Task EscalateAsync(Node node, int afterMinutes)
    {
        _clock.Set(_clock.GetUtcNow().AddMinutes(afterMinutes));
        await node.WithAsync(async (Escalating escalating) =>
        {
            await escalating.EscalateAsync(Stop);
            return true;
        });
    }

    /// <summary>Who was told, in the order of time.</summary>
    private static async Task<List<PersonId>> ToldAsync(Node node) =>
        [.. (await node.ReadAsync<Message>(message => message.Template == NeedIsLate.Template && message.Channel == Channel.Inbox)).OrderBy(message => message.CreatedAt).Select(message => new PersonId(message.PersonId))];
}
