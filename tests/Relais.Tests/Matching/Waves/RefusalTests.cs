using Relais.Bench.Refusals.Playing;

namespace Relais.Tests.Matching.Waves;

/// <summary>The waves are worth their complication: with four in ten who say yes, more posts are filled and fewer people disturbed.</summary>
public sealed class RefusalTests(ITestOutputHelper output)
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 8)];

    [Fact]
    public void Waves_fill_more_posts_with_fewer_requests_than_telling_everybody_near_and_than_first_come_first_served()
    {
        var waves = Mean(new Relais.Bench.Refusals.Playing.Waves());

        foreach (var policy in (IPolicy[])[new Everybody(kilometres: 50), new Board()])
        {
            var other = Mean(policy);
            Assert.True(waves.Filled > other.Filled + .03, $"{policy.Name} fills {other.Filled:P1}, the waves {waves.Filled:P1}");
            Assert.True(waves.Requests < other.Requests * .6, $"{policy.Name} asks {other.Requests:0.0} people a post, the waves {waves.Requests:0.0}");
            Assert.True(waves.MostAsked < other.MostAsked * .6, $"{policy.Name} asks one person {other.MostAsked:0.0} times, the waves {waves.MostAsked:0.0}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures() =>
        Assert.Equal(Play.Of(InventedRegion.Of(3), new Relais.Bench.Refusals.Playing.Waves(), 3), Play.Of(InventedRegion.Of(3), new Relais.Bench.Refusals.Playing.Waves(), 3));

    private (double Filled, double Requests, double MostAsked) Mean(IPolicy policy)
    {
        var outcomes = Seeds.Select(seed => Play.Of(InventedRegion.Of(seed), policy, seed)).ToList();
        output.WriteLine($"{policy.Name}: {string.Join(Environment.NewLine, outcomes)}");
        return (outcomes.Average(one => one.FilledShare), outcomes.Average(one => one.RequestsPerFilled), outcomes.Average(one => one.MostAsked));
    }
}
