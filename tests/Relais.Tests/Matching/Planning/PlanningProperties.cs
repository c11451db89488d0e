using FsCheck;
using FsCheck.Fluent;
using Relais.Matching.Certificates;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;

namespace Relais.Tests.Matching.Planning;

/// <summary>What holds of every plan and every certificate; a counter-example shrinks to the fewest people and shifts that show it.</summary>
public sealed class PlanningProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(80);

    private static readonly string[] FilesOfPeople = ["volunteers.csv", "availability.csv"];

    [Fact]
    public void One_more_volunteer_never_costs_more() => ForEvery<byte>((drawn, _) =>
    {
        using var folder = Invent(drawn, more: 1);
        var with = Plan(ShiftFolder.Read(folder.Folder));
        var last = $"{Volunteers(drawn)},";
        foreach (var file in FilesOfPeople)
        {
            folder.Change(file, text => string.Concat(text.Split('\n').Where(line => line is not "" && !line.StartsWith(last, StringComparison.Ordinal)).Select(line => line + "\n")));
        }

        var without = Plan(ShiftFolder.Read(folder.Folder));
        Assert.Equal((PlanStop.Optimal, PlanStop.Optimal), (with.Stopped, without.Stopped));
        Assert.True(with.Cost <= without.Cost, $"{with.Cost} with one more, {without.Cost} before");
    });

    [Fact]
    public void A_falsified_price_is_rejected_or_proves_no_more_than_the_truth() => ForEvery<(byte Shift, int By)>((drawn, lie) =>
    {
        using var folder = Invent(drawn);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = Plan(instance);
        long[] prices = [.. plan.Prices];
        var shift = lie.Shift % prices.Length;
        prices[shift] += (lie.By % 40) * 5_000L;
        var verdict = CertificateCheck.Of(instance, prices, plan.Cuts);
        Assert.Equal(prices[shift] < 0 || prices[shift] > 1000L * instance.Shifts.Penalty[shift] ? $"price of shift {shift}" : null, verdict.Fault);
        Assert.True(verdict.Bound <= BruteForce.Optimum(instance), $"{verdict.Bound} is not true");
    });

    [Fact]
    public void A_falsified_cut_is_rejected_and_a_true_one_proves_no_more_than_the_truth() => ForEvery<(byte Volunteer, byte Among, sbyte Below, int Multiplier)>((drawn, lie) =>
    {
        using var folder = Invent(drawn);
        var instance = ShiftFolder.Read(folder.Folder);
        var (plan, volunteer) = (Plan(instance), lie.Volunteer % instance.VolunteerCount);
        var among = Enumerable.Range(0, instance.ShiftCount).Where(shift => (lie.Among >> shift & 1) is 1).ToArray();
        var most = Most(instance, volunteer, among) - (lie.Below % 3);
        var verdict = CertificateCheck.Of(instance, plan.Prices, [.. plan.Cuts, new CertifiedCut(volunteer, most, lie.Multiplier % 100_000, among)]);
        Assert.Equal(lie.Below % 3 > 0 || lie.Multiplier % 100_000 < 0 ? $"cut of volunteer {volunteer}" : null, verdict.Fault);
        Assert.True(verdict.Bound <= BruteForce.Optimum(instance), $"{verdict.Bound} is not true");
    });

    [Fact]
    public void A_certificate_of_another_instance_is_rejected()
    {
        using var folder = new InventedInstance(2);
        var instance = ShiftFolder.Read(folder.Folder);
        var plan = Plan(instance);
        Assert.Equal("6 prices for 7 shifts", CertificateCheck.Of(instance, [.. plan.Prices.Skip(1)], []).Fault);
        Assert.Equal("cut of volunteer 8", CertificateCheck.Of(instance, plan.Prices, [new CertifiedCut(8, 1, 1, [0])]).Fault);
        Assert.Equal("cut of volunteer -1", CertificateCheck.Of(instance, plan.Prices, [new CertifiedCut(-1, 1, 1, [0])]).Fault);
    }

    private static int Volunteers(Drawn drawn) => 1 + (drawn.Volunteers % 7);

    private static InventedInstance Invent(Drawn drawn, int more = 0) => new(
        drawn.Seed, Volunteers(drawn) + more, shifts: 1 + (drawn.Shifts % 7), cap: drawn.IsTight ? 1500 : 2880, sliding: drawn.IsSliding);

    private static ShiftPlan Plan(ShiftInstance instance) => ShiftPlanner.Plan(instance, new PlanRequest(), null, CancellationToken.None);

    /// <summary>How many of these shifts the volunteer can hold, by trying every subset.</summary>
    private static int Most(ShiftInstance instance, int volunteer, int[] among)
    {
        var ranker = new Ranker(instance);
        var able = among.Where(shift => ranker.WhyNot(volunteer, shift) is PairRule.None).ToArray();
        return Enumerable.Range(0, 1 << able.Length).Select(mask => able.Where((_, at) => (mask >> at & 1) is 1).ToArray())
            .Where(held => BruteForce.Allows(instance, volunteer, held)).Max(held => held.Length);
    }

    private static void ForEvery<T>(Action<Drawn, T> holds) =>
        Check.One(Runs, Prop.ForAll(ArbMap.Default.ArbFor<(byte Seed, byte Volunteers, byte Shifts, bool IsSliding, bool IsTight, T With)>(), all =>
            holds(new Drawn(all.Seed, all.Volunteers, all.Shifts, all.IsSliding, all.IsTight), all.With)));

    private sealed record Drawn(byte Seed, byte Volunteers, byte Shifts, bool IsSliding, bool IsTight);
}
