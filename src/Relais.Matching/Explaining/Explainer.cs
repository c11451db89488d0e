using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;

namespace Relais.Matching.Explaining;

/// <summary>
/// Explains every open post of a plan, with the strongest reason that can be proved: too few eligible people; a set of shifts with
/// more posts than its candidates can hold; or that all candidates are better used elsewhere, each named with the rule that stops them;
/// and what would fill it.
/// </summary>
public static class Explainer
{
    /// <summary>One explanation a shift with an open post, by shift. About a millisecond each, more under scarcity.</summary>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    public static IReadOnlyList<OpenShift> Explain(ShiftInstance instance, IReadOnlyList<Assignment> assignments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(assignments);
        var pairs = PairTable.Of(instance, 1);
        var plan = PlanReading.Of(instance, pairs, assignments);
        var blocking = new Blocking(instance, pairs, plan);
        var shortage = new ShortageSearch(instance, pairs, blocking);
        var buckets = new ProfessionBuckets(instance);
        var (funnel, remedies) = (new FunnelCount(instance, buckets), new RemedySearch(instance, buckets, plan, pairs));
        var explanations = new List<OpenShift>();
        for (var shift = 0; shift < instance.ShiftCount; shift++)
        {
            if (plan.Open[shift] is 0)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var count = funnel.Of(shift);
            var isStructural = count.Eligible < instance.Shifts.Demand[shift];
            var needs = isStructural ? null : shortage.Of(shift);
            explanations.Add(new OpenShift(
                shift, plan.Open[shift], count, isStructural ? OpenKind.Structural : needs is null ? OpenKind.Tradeoff : OpenKind.Shortage, needs ?? [],
                [.. Waiting(pairs, plan, shift).Select(blocking.Of).OfType<BlockedCandidate>()], remedies.Of(shift)));
        }

        return explanations;
    }

    private static IEnumerable<int> Waiting(PairTable pairs, PlanState plan, int shift) =>
        Enumerable.Range(pairs.ShiftBegin[shift], pairs.ShiftBegin[shift + 1] - pairs.ShiftBegin[shift])
            .Select(at => pairs.OfShift[at]).Where(pair => !plan.Holds(pairs.Volunteer[pair], shift));
}
