using System.Globalization;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Repair;

namespace Relais.Tests.Matching.Planning;

public sealed class PlanRepairTests
{
    [Fact]
    public void A_withdrawal_leaves_a_plan_that_keeps_the_rules_without_that_person_on_that_day() => ForEveryAssignment((instance, plan, repair, volunteer, shift) =>
    {
        var answer = repair.Answer(volunteer, shift);
        var after = After(instance, plan, answer, volunteer);
        Assert.DoesNotContain(after, one => one.Volunteer == volunteer && instance.Shifts.Start[one.Shift] / 1440 == instance.Shifts.Start[shift] / 1440);
        Assert.Equal(answer.IsRefilled, after.Count(one => one.Shift == shift) >= plan.Assignments.Count(one => one.Shift == shift));
        Assert.True(repair.Bound(volunteer, shift) <= plan.Cost + answer.Delta);
    });

    [Fact]
    public void An_absence_takes_away_every_shift_that_meets_it_and_no_other() => ForEveryAssignment((instance, plan, repair, volunteer, shift) =>
    {
        var (from, until) = (instance.Shifts.End[shift] - 1, instance.Shifts.End[shift] + 1440);
        bool IsMet(Assignment one) => one.Volunteer == volunteer && instance.Shifts.Start[one.Shift] < until && from < instance.Shifts.End[one.Shift];
        var answer = repair.Absent(volunteer, from, until);
        var after = After(instance, plan, answer, volunteer);
        Assert.DoesNotContain(after, IsMet);
        Assert.Superset(plan.Assignments.Where(IsMet).ToHashSet(), answer.Removed.ToHashSet());
        Assert.Equal(answer.IsRefilled, after.Count >= plan.Assignments.Count);
    });

    [Fact]
    public void An_absence_that_meets_no_shift_changes_nothing() => ForEveryAssignment((instance, plan, repair, volunteer, shift) =>
    {
        var held = plan.Assignments.Where(one => one.Volunteer == volunteer).Select(one => one.Shift).ToList();
        var (last, first) = (held.Max(one => instance.Shifts.End[one]), held.Min(one => instance.Shifts.Start[one]));
        foreach (var answer in new[] { repair.Absent(volunteer, last, last + 1440), repair.Absent(volunteer, first - 60, first) })
        {
            Assert.Empty(answer.Removed);
            Assert.Empty(answer.Added);
            Assert.Equal((0, true, 0L), (answer.Disturbed, answer.IsRefilled, answer.Delta));
        }
    });

    [Fact]
    public void A_new_need_costs_no_less_than_the_best_plan_with_it_and_what_it_changes_keeps_the_rules()
    {
        var (repaired, best) = (0L, 0L);
        for (var seed = 0; seed < 60; seed++)
        {
            using var folder = new InventedInstance(seed);
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
            var shift = seed % instance.ShiftCount;
            var answer = PlanRepair.Of(instance, plan.Assignments, 1).MorePosts(shift, 1);
            folder.Change("shifts.csv", text => MorePosts(text, shift));
            var asked = ShiftFolder.Read(folder.Folder);
            var after = plan.Assignments.Except(answer.Removed).Concat(answer.Added).ToList();
            Assert.Equal(plan.Cost + answer.Delta, BruteForce.CostOf(asked, after));
            repaired += answer.Delta;
            best += BruteForce.Optimum(asked) - plan.Cost;
        }

        Assert.InRange(repaired, best, best * 1.03);
    }

    /// <summary>A repair moves four people at most and looks a few thousand steps far; what that costs is seen against the best plan without the person on that day.</summary>
    [Fact]
    public void A_repair_costs_little_more_than_planning_anew()
    {
        var (repaired, best) = (0L, 0L);
        for (var seed = 100; seed < 160; seed++)
        {
            using var folder = new InventedInstance(seed, cap: seed % 2 is 0 ? 1500 : 2880);
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
            var (volunteer, shift) = plan.Assignments[seed % plan.Assignments.Count];
            repaired += PlanRepair.Of(instance, plan.Assignments, 1).Answer(volunteer, shift).Delta;
            best += BruteForce.Optimum(instance, (who, where) => who == volunteer && instance.Shifts.Start[where] / 1440 == instance.Shifts.Start[shift] / 1440) - plan.Cost;
        }

        Assert.InRange(repaired, best, best * 1.03);
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

    private static void ForEveryAssignment(Action<ShiftInstance, ShiftPlan, PlanRepair, int, int> holds)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            using var folder = new InventedInstance(seed, volunteers: 40, shifts: 30);
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
            var repair = PlanRepair.Of(instance, plan.Assignments, 1);
            foreach (var (volunteer, shift) in plan.Assignments)
            {
                holds(instance, plan, repair, volunteer, shift);
            }
        }
    }

    /// <summary>The plan after the answer, once its cost, its rules and the people it disturbs are found to be as told.</summary>
    private static List<Assignment> After(ShiftInstance instance, ShiftPlan plan, RepairAnswer answer, int volunteer)
    {
        var after = plan.Assignments.Except(answer.Removed).Concat(answer.Added).ToList();
        Assert.Equal(plan.Cost + answer.Delta, BruteForce.CostOf(instance, after));
        Assert.Equal(answer.Disturbed, answer.Removed.Concat(answer.Added).Select(one => one.Volunteer).Where(who => who != volunteer).Distinct().Count());
        Assert.InRange(answer.Disturbed, 0, 4);
        return after;
    }

    private static string MorePosts(string text, int shift)
    {
        var lines = text.Split('\n');
        var cells = lines[shift + 1].Split(',');
        cells[8] = (int.Parse(cells[8], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        lines[shift + 1] = string.Join(',', cells);
        return string.Join('\n', lines);
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
