using Relais.Matching.Explaining;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;

namespace Relais.Tests.Matching.Planning;

public sealed class ExplainerTests
{
    [Fact]
    public void Every_open_post_has_a_reason_and_the_reason_is_true()
    {
        var kinds = new HashSet<OpenKind>();
        for (var seed = 0; seed < 25; seed++)
        {
            using var folder = new InventedInstance(seed, volunteers: 14, shifts: 12, days: 7, sliding: seed % 2 is 0, cap: 1800);
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
            var explained = Explainer.Explain(instance, plan.Assignments, CancellationToken.None);
            Assert.Equal(plan.OpenPosts, explained.Sum(one => one.Open));
            foreach (var one in explained)
            {
                kinds.Add(one.Kind);
                CheckFunnel(instance, one);
                CheckBlocked(instance, plan, one);
                CheckKind(instance, one);
            }
        }

        Assert.Superset(new HashSet<OpenKind> { OpenKind.Structural, OpenKind.Shortage }, kinds);
    }

    private static void CheckFunnel(ShiftInstance instance, OpenShift one)
    {
        var refused = Enumerable.Range(0, instance.VolunteerCount).Select(volunteer => new Ranker(instance).WhyNot(volunteer, one.Shift)).ToList();
        int After(params PairRule[] rules) => refused.Count(rule => !rules.Contains(rule));
        Assert.Equal(After(PairRule.Profession), one.Funnel.Profession);
        Assert.Equal(After(PairRule.Profession, PairRule.Skill), one.Funnel.Skill);
        Assert.Equal(After(PairRule.Profession, PairRule.Skill, PairRule.Distance), one.Funnel.Distance);
        Assert.Equal(After(PairRule.Profession, PairRule.Skill, PairRule.Distance, PairRule.Available), one.Funnel.Available);
        Assert.Equal(refused.Count(rule => rule is PairRule.None), one.Funnel.Eligible);
    }

    private static void CheckBlocked(ShiftInstance instance, ShiftPlan plan, OpenShift one)
    {
        var held = plan.Assignments.ToLookup(line => line.Volunteer, line => line.Shift);
        var waiting = Eligible(instance, one.Shift).Where(volunteer => !held[volunteer].Contains(one.Shift)).ToList();
        Assert.Equal(waiting.Order(), one.Blocked.Select(blocked => blocked.Volunteer).Order());
        foreach (var blocked in one.Blocked)
        {
            Assert.False(BruteForce.Allows(instance, blocked.Volunteer, held[blocked.Volunteer].Append(one.Shift)));
            Assert.NotEmpty(blocked.By);
            Assert.All(blocked.By, shift => Assert.Contains(shift, held[blocked.Volunteer]));
            Assert.True(blocked.Rule is not "count" || held[blocked.Volunteer].Count() == instance.Volunteers.MaxShifts[blocked.Volunteer]);
        }
    }

    private static void CheckKind(ShiftInstance instance, OpenShift one)
    {
        Assert.Equal(one.Kind is OpenKind.Structural, one.Funnel.Eligible < instance.Shifts.Demand[one.Shift]);
        if (one.Kind is OpenKind.Shortage)
        {
            Assert.Contains(one.Shift, one.Needs);
            var room = one.Needs.SelectMany(shift => Eligible(instance, shift)).Distinct().Sum(volunteer => Most(instance, volunteer, one.Needs));
            Assert.True(room < one.Needs.Sum(shift => instance.Shifts.Demand[shift]));
        }
    }

    private static IEnumerable<int> Eligible(ShiftInstance instance, int shift) =>
        Enumerable.Range(0, instance.VolunteerCount).Where(volunteer => new Ranker(instance).WhyNot(volunteer, shift) is PairRule.None);

    private static int Most(ShiftInstance instance, int volunteer, IReadOnlyList<int> among)
    {
        var open = among.Where(shift => new Ranker(instance).WhyNot(volunteer, shift) is PairRule.None).ToArray();
        return Enumerable.Range(0, 1 << open.Length).Select(mask => open.Where((_, at) => (mask >> at & 1) is 1).ToArray())
            .Where(held => BruteForce.Allows(instance, volunteer, held)).Max(held => held.Length);
    }
}
