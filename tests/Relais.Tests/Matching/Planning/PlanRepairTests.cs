using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Repair;

namespace Relais.Tests.Matching.Planning;

public sealed class PlanRepairTests
{
    [Fact]
    public void A_withdrawal_leaves_a_plan_that_keeps_the_rules_without_that_person_on_that_day()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            using var folder = new InventedInstance(seed, volunteers: 40, shifts: 30);
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
            var repair = PlanRepair.Of(instance, plan.Assignments, 1);
            foreach (var (volunteer, shift) in plan.Assignments)
            {
                var answer = repair.Answer(volunteer, shift);
                var after = plan.Assignments.Except(answer.Removed).Concat(answer.Added).ToList();
                Assert.Equal(plan.Cost + answer.Delta, BruteForce.CostOf(instance, after));
                Assert.DoesNotContain(after, one => one.Volunteer == volunteer && instance.Shifts.Start[one.Shift] / 1440 == instance.Shifts.Start[shift] / 1440);
                Assert.Equal(answer.IsRefilled, after.Count(one => one.Shift == shift) >= plan.Assignments.Count(one => one.Shift == shift));
                Assert.Equal(answer.Disturbed, answer.Removed.Concat(answer.Added).Select(one => one.Volunteer).Where(who => who != volunteer).Distinct().Count());
                Assert.InRange(answer.Disturbed, 0, 4);
                Assert.True(repair.Bound(volunteer, shift) <= plan.Cost + answer.Delta);
            }
        }
    }

    [Fact]
    public void The_bound_of_an_event_never_exceeds_the_best_plan_without_that_person()
    {
        for (var seed = 20; seed < 35; seed++)
        {
            using var folder = new InventedInstance(seed);
            var plan = ShiftPlanner.Plan(ShiftFolder.Read(folder.Folder), new PlanRequest(), null, CancellationToken.None);
            var instance = ShiftFolder.Read(folder.Folder);
            var (volunteer, shift) = plan.Assignments[0];
            var bound = PlanRepair.Of(instance, plan.Assignments, 1).Bound(volunteer, shift);
            var day = instance.Shifts.Start[shift] / 1440;
            folder.Change("availability.csv", text => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith(volunteer + ",", StringComparison.Ordinal))));
            folder.Change("availability.csv", text => text + string.Concat(OtherDays(instance, volunteer, day)));
            Assert.True(bound <= BruteForce.Optimum(ShiftFolder.Read(folder.Folder)));
        }
    }

    [Fact]
    public void A_plan_that_breaks_a_rule_is_refused_with_its_line()
    {
        using var folder = new InventedInstance(2);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
        var twice = plan.Assignments.Append(plan.Assignments[0]).ToList();
        var refusal = Assert.Throws<ArgumentException>(() => PlanRepair.Of(instance, twice, 1));
        Assert.StartsWith($"plan, line {twice.Count + 1}: volunteer {twice[0].Volunteer} already holds shift {twice[0].Shift}", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The intervals of a volunteer without the instants at which a shift of that day could begin.</summary>
    private static IEnumerable<string> OtherDays(ShiftInstance instance, int volunteer, int day)
    {
        var people = instance.Volunteers;
        for (var at = people.FreeBegin[volunteer]; at < people.FreeBegin[volunteer + 1]; at++)
        {
            if (people.FreeStart[at] / 1440 != day)
            {
                yield return FormattableString.Invariant($"{volunteer},{people.FreeStart[at]},{people.FreeEnd[at]}\n");
            }
        }
    }
}
