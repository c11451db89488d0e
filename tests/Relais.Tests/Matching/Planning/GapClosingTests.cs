using Relais.Matching.Certificates;
using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Tests.Matching.Planning;

/// <summary>From no plan at all and prices worse than the planner's, what closes the gap must find everything by itself.</summary>
public sealed class GapClosingTests
{
    [Fact]
    public void What_fits_between_plan_and_bound_holds_the_optimum_or_is_given_up()
    {
        var closed = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            using var folder = new InventedInstance(seed, cap: seed % 2 is 0 ? 2880 : 1500);
            var instance = ShiftFolder.Read(folder.Folder);
            if (Close(instance, effort: 200_000) is { } best)
            {
                Assert.Equal((seed, BruteForce.Optimum(instance)), (seed, best.Cost));
                closed++;
            }
        }

        Assert.InRange(closed, 50, 60);
    }

    [Fact]
    public void Too_little_effort_proves_nothing()
    {
        using var folder = new InventedInstance(1);
        Assert.Null(Close(ShiftFolder.Read(folder.Folder), effort: 10));
    }

    /// <summary>Two instances where no prices prove the best plan: only trying what fits does.</summary>
    [Theory]
    [InlineData(24, 12, 10, false)]
    [InlineData(75, 14, 12, true)]
    public void The_planner_proves_what_prices_cannot(int seed, int volunteers, int shifts, bool sliding)
    {
        using var folder = new InventedInstance(seed, volunteers, shifts, days: 7, cap: 1800, sliding);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
        Assert.Equal((PlanStop.Optimal, BruteForce.Optimum(instance)), (plan.Stopped, plan.Cost));
        Assert.True(plan.Bound < plan.Cost);
    }

    private static PlanState? Close(ShiftInstance instance, int effort)
    {
        var pairs = PairTable.Of(instance, 1);
        var nothing = new int[pairs.Count];
        var prices = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None).Prices.Select(price => price * 9 / 10).ToArray();
        var bound = new PriceBound(instance, pairs, 1).Of(prices, [], nothing);
        return new GapClosing(instance, pairs, prices, [], nothing, () => false) { Effort = effort }.Close(new PlanState(instance, pairs), bound);
    }
}
