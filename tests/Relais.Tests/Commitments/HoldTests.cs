using Microsoft.Extensions.DependencyInjection;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

public class HoldTests(PostgresServer postgres)
{
    private static readonly Guid Nurse = Guid.CreateVersion7();

    [Theory, OnEveryEngine]
    public async Task Hours_held_are_listed_until_they_are_released(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var request = Hours(Nurse, "2026-11-23 09:00", "2026-11-23 21:00") with { BreakMinutes = 60 };

        var id = await node.HeldAsync(request);

        var held = Assert.Single(await ListAsync(node, "2026-11-23 20:59", "2026-11-23 21:30"));
        Assert.Equal(new HeldCommitment(id, Nurse, request.When, 660, AtEmployer: false, "test", request.SourceId, request.TimeZone), held);
        Assert.Empty(await ListAsync(node, "2026-11-23 21:00", "2026-11-23 23:00"));
        await node.ReleaseAsync(id);
        await node.ReleaseAsync(id);
        Assert.Empty(await ListAsync(node, "2026-11-23 00:00", "2026-11-24 00:00"));
    }

    [Theory, OnEveryEngine]
    public async Task Overlapping_hours_are_refused_with_what_stands_in_the_way(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.HeldAsync(Hours(Nurse, "2026-11-23 09:00", "2026-11-23 21:00"));

        var refused = await node.RefusedAsync(Hours(Nurse, "2026-11-23 20:00", "2026-11-24 01:30"));

        Assert.Equal("rest.overlap", refused.Refusal.Code);
        Assert.Equal(
            "Ces horaires chevauchent un engagement que vous avez déjà, le lundi 23 novembre, de 9 h à 21 h. "
            + "Vous pouvez travailler à partir du mardi 24 novembre 2026 à 9 h.",
            refused.Sentence.Replace('\u00a0', ' '));
    }

    [Theory, OnEveryEngine]
    public async Task Hours_that_touch_do_not_overlap(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await node.HeldAsync(Hours(Nurse, "2026-11-23 09:00", "2026-11-23 13:00", Regime.Liberal));

        await node.HeldAsync(Hours(Nurse, "2026-11-23 13:00", "2026-11-23 18:00", Regime.Liberal));
        await node.HeldAsync(Hours(Nurse, "2026-11-23 08:00", "2026-11-23 09:00", Regime.Liberal));
    }

    /// <summary>A hospital agent, a doctor, a room: nothing but the same party stands in the way.</summary>
    [Theory, OnEveryEngine]
    public async Task Different_parties_are_independent_even_under_one_number(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var hours = Hours(Nurse, "2026-11-23 09:00", "2026-11-23 12:00", regime: null);

        foreach (var party in Enum.GetValues<PartyKind>())
        {
            await node.HeldAsync(hours with { Party = party });
        }

        await node.HeldAsync(hours with { PartyId = Guid.CreateVersion7() });
    }

    [Theory, OnEveryEngine]
    public async Task A_room_is_taken_by_one_and_has_no_rest(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var room = Hours(Guid.CreateVersion7(), "2026-11-23 08:00", "2026-11-23 20:00", regime: null) with { Party = PartyKind.Room };
        await node.HeldAsync(room);
        await node.HeldAsync(room with { When = new Interval(room.When.End, room.When.End.AddHours(12)) });

        var refused = await node.RefusedAsync(room with { When = room.When.MovedTo(room.When.Start.AddHours(1)) });

        Assert.Equal(
            "La salle est déjà prise le lundi 23 novembre, de 8 h à 20 h. Libre à partir du mardi 24 novembre 2026 à 8 h.",
            refused.Sentence.Replace('\u00a0', ' '));
    }

    [Theory, OnEveryEngine]
    public async Task What_is_replaced_does_not_count_and_is_freed(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var first = await node.HeldAsync(Hours(Nurse, "2026-11-23 09:00", "2026-11-23 21:00"));

        var second = await node.HeldAsync(Hours(Nurse, "2026-11-23 10:00", "2026-11-23 22:00") with { Replaces = first });

        Assert.Equal(second, Assert.Single(await ListAsync(node, "2026-11-23 00:00", "2026-11-24 00:00")).Id);
    }

    [Theory, OnEveryEngine]
    public async Task A_refused_replacement_leaves_what_was_held(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        var first = await node.HeldAsync(Hours(Nurse, "2026-11-23 09:00", "2026-11-23 21:00"));
        await node.HeldAsync(Hours(Nurse, "2026-11-24 09:00", "2026-11-24 21:00"));

        await node.RefusedAsync(Hours(Nurse, "2026-11-23 10:00", "2026-11-23 22:00") with { Replaces = first });

        Assert.Contains(await ListAsync(node, "2026-11-23 00:00", "2026-11-24 00:00"), held => held.Id == first);
    }

    [Theory, OnEveryEngine]
    public async Task A_check_holds_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = installation.AddNode();
        await using var scope = node.Services.CreateAsyncScope();

        var answer = await scope.ServiceProvider.GetRequiredService<ICommitments>()
            .CheckAsync(Hours(Nurse, "2026-11-23 09:00", "2026-11-23 21:00"), TestContext.Current.CancellationToken);

        Assert.True(Assert.IsType<HoldAnswer.Held>(answer).EmployerHoursUnknown);
        Assert.Empty(await ListAsync(node, "2026-11-23 00:00", "2026-11-24 00:00"));
    }

    [Theory, OnEveryEngine]
    public async Task Holding_without_a_transaction_is_a_broken_program(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        await using var scope = installation.AddNode().Services.CreateAsyncScope();

        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<ICommitments>()
            .HoldAsync(Hours(Nurse, "2026-11-23 09:00", "2026-11-23 21:00"), TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<HeldCommitment>> ListAsync(Node node, string from, string to) =>
        [.. (await node.WithCommitmentsAsync((commitments, cancellation) =>
            commitments.ListAsync(PartyKind.Person, [Nurse], new Interval(At(from), At(to)), cancellation)))[Nurse]];
}
