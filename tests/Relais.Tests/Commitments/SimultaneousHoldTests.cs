using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using Relais.Tests.Matching.Rest;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>Many doors open at the same instant, on two nodes; the person goes through as few as the law allows.</summary>
public sealed class SimultaneousHoldTests(PostgresServer postgres)
{
    private readonly Guid _nurse = Guid.CreateVersion7();

    [Theory, OnEveryEngine]
    public async Task Of_twenty_overlapping_holds_at_once_one_is_held(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [installation.AddNode(), installation.AddNode()];
        var requests = Enumerable.Range(0, 20).Select(minute => Hours(_nurse, $"2025-03-10 08:{minute:00}", "2025-03-10 16:00", Regime.Liberal));

        var answers = await AtOnceAsync(nodes, requests);

        Assert.Single(answers.OfType<HoldAnswer.Held>());
        Assert.All(answers.OfType<HoldAnswer.Refused>(), refused => Assert.Equal("rest.overlap", refused.Refusal.Code));
    }

    [Theory, OnEveryEngine]
    public async Task Of_twenty_holds_at_once_that_break_rest_a_lawful_set_is_left(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        Node[] nodes = [installation.AddNode(), installation.AddNode()];

        // Ten days, 07:00–14:00 and 15:00–22:00: none overlap; together they leave 9 hours of rest and make 98 hours in seven days.
        var requests = Enumerable.Range(10, 10).SelectMany(day => new[]
        {
            Hours(_nurse, $"2025-03-{day} 07:00", $"2025-03-{day} 14:00"),
            Hours(_nurse, $"2025-03-{day} 15:00", $"2025-03-{day} 22:00"),
        }).ToList();

        var answers = await AtOnceAsync(nodes, requests);

        var held = await HeldByAsync(nodes[0]);
        Assert.Equal(answers.OfType<HoldAnswer.Held>().Count(), held.Count);
        Assert.InRange(held.Count, 2, 10);
        Assert.All(held, duty => Assert.True(RestOracle.Allows(Regime.HospitalAgent, duty, [.. held.Where(other => other != duty)], RestExamples.Paris)));
        Assert.All(
            requests.Where(request => held.TrueForAll(duty => duty.When != request.When)),
            request => Assert.False(RestOracle.Allows(Regime.HospitalAgent, new Duty(Guid.Empty, request.When), held, RestExamples.Paris)));
    }

    private static async Task<HoldAnswer[]> AtOnceAsync(Node[] nodes, IEnumerable<HoldRequest> requests)
    {
        // A node starts once, and not by twenty requests at a time.
        Assert.All(nodes, node => Assert.NotNull(node.Services));
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holds = requests.Select((request, index) => Task.Run(async () =>
        {
            await start.Task;
            return await nodes[index % nodes.Length].HoldAsync(request);
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(holds);
    }

    private async Task<List<Duty>> HeldByAsync(Node node)
    {
        var march = new Interval(At("2025-03-01 00:00"), At("2025-04-01 00:00"));
        var listed = await node.WithCommitmentsAsync((commitments, cancellation) => commitments.ListAsync(PartyKind.Person, [_nurse], march, cancellation));
        return [.. listed[_nurse].Select(held => new Duty(held.Id.Value, held.When, held.WorkedMinutes))];
    }
}
