using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>Betters a plan by chains: first every open post, then every post held at more than its price.</summary>
internal sealed class Improvement(ShiftInstance instance, PairTable pairs, Func<bool> isStopped)
{
    /// <summary>Fills open posts, the dearest first.</summary>
    public void Fill(PlanState plan, long[] prices, long slack)
    {
        var chains = new Chains(instance, pairs, plan, prices) { Slack = slack };
        foreach (var shift in Enumerable.Range(0, instance.ShiftCount).Where(shift => plan.Open[shift] > 0)
            .OrderByDescending(shift => instance.Shifts.Penalty[shift]).ThenBy(shift => shift).ToList())
        {
            while (plan.Open[shift] > 0 && !isStopped() && chains.Find(shift, 1000L * instance.Shifts.Penalty[shift]) is { } found)
            {
                chains.Apply(found.Step);
            }
        }
    }

    /// <summary>Takes each volunteer off each shift in turn, when that may pay, and lets the cheapest chain fill the place.</summary>
    /// <returns>Whether the plan became cheaper.</returns>
    public bool Eject(PlanState plan, long[] prices, long slack)
    {
        var (before, chains) = (plan.Cost, new Chains(instance, pairs, plan, prices) { Slack = slack });
        for (var volunteer = 0; volunteer < instance.VolunteerCount && !isStopped(); volunteer++)
        {
            foreach (var pair in plan.Held(volunteer).ToArray())
            {
                var (shift, cost) = (pairs.Shift[pair], plan.Cost);
                plan.Remove(pair);
                var gain = 1000 * (cost - plan.Cost + instance.Shifts.Penalty[shift]);
                if (gain > prices[shift] - slack && chains.Find(shift, gain) is { } found)
                {
                    chains.Apply(found.Step);
                    break;
                }

                plan.Add(pair);
            }
        }

        return plan.Cost < before;
    }
}
