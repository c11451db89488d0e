using Relais.Matching.Certificates;
using Relais.Matching.Fairness;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;
using Relais.Tests.Matching.Planning;

namespace Relais.Tests.Matching.Fairness;

public sealed class LoadSpreadTests
{
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(0, new[] { 0, 0 })]
    [InlineData(0, new[] { 3, 3, 3 })]
    [InlineData(2.0 / 3, new[] { 0, 4, 0 })] // one of three has all: 1 − 1 ÷ 3
    [InlineData(2.0 / 9, new[] { 3, 1, 2 })] // differences 1, 1 and 2, each twice: 8 ÷ 9, over twice the mean 2
    public void Gini_by_hand(double expected, int[] loads) => Assert.Equal(expected, LoadSpread.GiniOf(loads), 12);

    [Fact]
    public void Gini_is_the_mean_difference_over_twice_the_mean()
    {
        var random = new Random(4);
        for (var round = 0; round < 100; round++)
        {
            var loads = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(12) + 1).ToArray();
            var differences = loads.Average(one => loads.Average(other => Math.Abs(one - other)));
            Assert.Equal(differences / (2 * loads.Average()), LoadSpread.GiniOf(loads), 12);
        }
    }

    [Fact]
    public void A_plan_tells_the_spread_over_those_who_can_serve_something()
    {
        using var folder = new InventedInstance(3, volunteers: 30, shifts: 20);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
        var (ranker, held) = (new Ranker(instance), plan.Assignments.CountBy(one => one.Volunteer).ToDictionary());
        var able = Enumerable.Range(0, instance.VolunteerCount)
            .Where(volunteer => Enumerable.Range(0, instance.ShiftCount).Any(shift => ranker.WhyNot(volunteer, shift) is PairRule.None)).ToList();
        var loads = able.ConvertAll(volunteer => held.GetValueOrDefault(volunteer) + (ranker.Explain(volunteer, 0).Load / instance.Rules.LoadCost));
        Assert.True(able.Count < instance.VolunteerCount);
        Assert.Equal(new LoadSpread(LoadSpread.GiniOf(loads), loads.Max(), held.Values.Max()), plan.Spread);
    }

    [Fact]
    public void A_limit_on_what_anybody_holds_is_kept_by_the_plan_and_by_what_proves_it()
    {
        var dearer = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            using var folder = new InventedInstance(seed);
            var free = ShiftFolder.Read(folder.Folder);
            var limited = free.WithMostShifts(1);
            var plan = ShiftPlanner.Plan(limited, new PlanRequest(), null, CancellationToken.None);
            Assert.InRange(plan.Spread.MostHeld, 0, 1);
            Assert.Equal(BruteForce.Optimum(limited), plan.Cost);
            Assert.Equal(new CertificateVerdict(null, plan.Bound), CertificateCheck.Of(limited, plan.Prices, plan.Cuts));
            dearer += plan.Cost > BruteForce.Optimum(free) ? 1 : 0;
        }

        Assert.True(dearer > 0);
    }
}
