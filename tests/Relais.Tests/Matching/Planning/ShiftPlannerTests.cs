using System.Globalization;
using Relais.Matching.Certificates;
using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Tests.Matching.Planning;

public sealed class ShiftPlannerTests
{
    public static TheoryData<int, bool, int> Small()
    {
        var data = new TheoryData<int, bool, int>();
        for (var seed = 0; seed < 60; seed++)
        {
            data.Add(seed, seed % 3 is 0, seed % 2 is 0 ? 2880 : 1500);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void On_small_instances_the_plan_keeps_the_rules_and_the_optimum_lies_between_bound_and_cost(int seed, bool sliding, int cap)
    {
        using var folder = new InventedInstance(seed, sliding: sliding, cap: cap);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = Plan(instance);
        Assert.Equal(plan.Cost, BruteForce.CostOf(instance, plan.Assignments));
        var optimum = BruteForce.Optimum(instance);
        Assert.InRange(optimum, plan.Bound, plan.Cost);
        Assert.Equal(new CertificateVerdict(null, plan.Bound), CertificateCheck.Of(instance, plan.Prices, plan.Cuts));
    }

    [Fact]
    public void On_two_hundred_small_instances_the_optimum_is_found_and_proved_every_time()
    {
        for (var seed = 100; seed < 300; seed++)
        {
            using var folder = new InventedInstance(seed, sliding: seed % 4 is 0, cap: seed % 3 is 0 ? 1500 : 2880, generosity: seed % 5 is 0 ? 45 : 65);
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = Plan(instance);
            Assert.Equal((seed, BruteForce.Optimum(instance), PlanStop.Optimal), (seed, plan.Cost, plan.Stopped));
        }
    }

    [Fact]
    public void Threads_and_culture_change_nothing()
    {
        using var folder = new InventedInstance(11, volunteers: 150, shifts: 120, days: 14);
        var one = Plan(ShiftFolder.Read(folder.Folder));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            var two = ShiftPlanner.Plan(ShiftFolder.Read(folder.Folder), new PlanRequest(Threads: 2), null, CancellationToken.None);
            Assert.Equal(one.Assignments, two.Assignments);
            Assert.Equal(one.Prices, two.Prices);
            Assert.Equal(one.Cuts.Select(cut => (cut.Volunteer, cut.Multiplier)), two.Cuts.Select(cut => (cut.Volunteer, cut.Multiplier)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_planner_cancelled_at_once_leaves_a_plan_that_keeps_the_rules_and_fills_most_of_what_can_be_filled()
    {
        using var folder = new InventedInstance(12, volunteers: 150, shifts: 120, days: 14);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, new CancellationToken(canceled: true));
        Assert.Equal(plan.Cost, BruteForce.CostOf(instance, plan.Assignments));
        Assert.InRange(plan.Bound, 0, plan.Cost);
        Assert.InRange(plan.OpenPosts, 0, 3 + (2 * Plan(instance).OpenPosts));
    }

    [Fact]
    public void The_time_limit_and_the_progress_are_those_of_the_clock_that_is_given()
    {
        using var folder = new InventedInstance(113, volunteers: 40, shifts: 40, cap: 1500, sliding: true);
        var instance = ShiftFolder.Read(folder.Folder);
        var seen = new List<PlanProgress>();
        var request = new PlanRequest(TimeLimit: TimeSpan.FromHours(3)) { Clock = new AnHourALook() };
        var plan = ShiftPlanner.Plan(instance, request, new Told(seen), CancellationToken.None);
        Assert.Equal(PlanStop.Time, plan.Stopped);
        Assert.Equal(plan.Cost, BruteForce.CostOf(instance, plan.Assignments));
        Assert.NotEmpty(seen);
        Assert.All(seen, one => Assert.True(one.Elapsed >= TimeSpan.FromHours(1) && one.Elapsed.Minutes is 0));
        Assert.Equal(PlanStop.Optimal, Plan(instance).Stopped);
    }

    private static ShiftPlan Plan(ShiftInstance instance) => ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);

    /// <summary>An hour later at each look.</summary>
    private sealed class AnHourALook : TimeProvider
    {
        private long _hours;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 3600 * _hours++;
    }

    private sealed class Told(List<PlanProgress> seen) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => seen.Add(value);
    }
}
