using System.Globalization;
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

    [Fact]
    public void What_would_fill_a_post_fills_it_when_it_alone_changes_and_nothing_less_does()
    {
        var kinds = new HashSet<RemedyKind>();
        for (var seed = 0; seed < 60; seed++)
        {
            using var folder = new InventedInstance(seed, volunteers: 14, shifts: 24, days: 7, sliding: seed % 2 is 0, cap: 1800, most: 1 + (seed % 4), generosity: seed % 3 is 0 ? 45 : 80);
            folder.Change("availability.csv", text => text.Replace("\n3,0,", "\n3,450,", StringComparison.Ordinal).Replace("\n5,1440,", "\n5,1890,", StringComparison.Ordinal));
            var instance = ShiftFolder.Read(folder.Folder);
            var plan = ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);
            foreach (var (one, remedy) in Explainer.Explain(instance, plan.Assignments, CancellationToken.None).SelectMany(one => one.Remedies.Select(remedy => (one, remedy))))
            {
                kinds.Add(remedy.Kind);
                Assert.True(IsTaken(folder, plan, one.Shift, remedy), $"seed {seed}, shift {one.Shift}: {remedy} is not enough");
                Assert.False(IsTaken(folder, plan, one.Shift, remedy with { By = remedy.By - 1 }), $"seed {seed}, shift {one.Shift}: less than {remedy} is enough");
            }
        }

        Assert.Equal(Enum.GetValues<RemedyKind>(), kinds.Order());
    }

    /// <summary>Whether the person of the remedy can take the post once the files say so.</summary>
    private static bool IsTaken(InventedInstance folder, ShiftPlan plan, int shift, Remedy remedy)
    {
        string[] files = ["volunteers.csv", "availability.csv", "shifts.csv"];
        var before = Array.ConvertAll(files, file => File.ReadAllText(folder.Path(file)));
        Apply(folder, shift, remedy);
        var instance = ShiftFolder.Read(folder.Folder);
        foreach (var (file, text) in files.Zip(before))
        {
            folder.Write(file, text);
        }

        return new Ranker(instance).WhyNot(remedy.Volunteer, shift) is PairRule.None
            && BruteForce.Allows(instance, remedy.Volunteer, plan.Assignments.Where(held => held.Volunteer == remedy.Volunteer).Select(held => held.Shift).Append(shift));
    }

    private static void Apply(InventedInstance folder, int shift, Remedy remedy)
    {
        var lines = File.ReadAllLines(folder.Path("shifts.csv"));
        var (start, end, skill) = (int.Parse(lines[shift + 1].Split(',')[6], CultureInfo.InvariantCulture), int.Parse(lines[shift + 1].Split(',')[7], CultureInfo.InvariantCulture), lines[shift + 1].Split(',')[3]);
        switch (remedy.Kind)
        {
            case RemedyKind.Skill when remedy.By > 0:
                ChangeCell(folder, "volunteers.csv", remedy.Volunteer, 2, held => $"{held}|{skill}");
                break;
            case RemedyKind.Kilometres:
                ChangeCell(folder, "volunteers.csv", remedy.Volunteer, 5, most => More(most, remedy.By));
                break;
            case RemedyKind.Shifts:
                ChangeCell(folder, "volunteers.csv", remedy.Volunteer, 7, most => More(most, remedy.By));
                break;
            case RemedyKind.StartLater:
                ChangeCell(folder, "shifts.csv", shift, 6, from => More(from, remedy.By));
                break;
            case RemedyKind.EndEarlier:
                ChangeCell(folder, "shifts.csv", shift, 7, until => More(until, -remedy.By));
                break;
            case RemedyKind.Hours:
                folder.Change("availability.csv", text => string.Join('\n', text.Split('\n').Select(line => Extended(line, remedy, start, end))));
                break;
        }
    }

    /// <summary>The interval that touches the shift, as much longer as the remedy says, at its start first.</summary>
    private static string Extended(string line, Remedy remedy, int start, int end)
    {
        if (!line.StartsWith($"{remedy.Volunteer},", StringComparison.Ordinal))
        {
            return line;
        }

        var (from, until) = (int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture), int.Parse(line.Split(',')[2], CultureInfo.InvariantCulture));
        var (late, early) = (Math.Max(0, from - start), Math.Max(0, end - until));
        var first = Math.Min(late, remedy.By);
        return from > end || until < start || late + early > remedy.By + 1 ? line
            : FormattableString.Invariant($"{remedy.Volunteer},{from - first},{until + Math.Min(early, remedy.By - first)}");
    }

    private static string More(string number, int by) => (int.Parse(number, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture);

    private static void ChangeCell(InventedInstance folder, string file, int row, int column, Func<string, string> change) => folder.Change(file, text =>
    {
        var lines = text.Split('\n');
        var cells = lines[row + 1].Split(',');
        cells[column] = change(cells[column]);
        lines[row + 1] = string.Join(',', cells);
        return string.Join('\n', lines);
    });

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
