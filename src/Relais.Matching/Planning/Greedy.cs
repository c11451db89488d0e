using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>A first plan at once: the dearest open posts first, each to the cheapest who can take it. Linear in the pairs, but for those tried.</summary>
internal static class Greedy
{
    public static PlanState Plan(ShiftInstance instance, PairTable pairs)
    {
        var plan = new PlanState(instance, pairs);
        var waiting = new PriorityQueue<int, (int Cost, int Volunteer)>();
        foreach (var shift in Enumerable.Range(0, instance.ShiftCount).OrderByDescending(shift => instance.Shifts.Penalty[shift]).ThenBy(shift => shift))
        {
            waiting.Clear();
            waiting.EnqueueRange(pairs.OfShift[pairs.ShiftBegin[shift]..pairs.ShiftBegin[shift + 1]].Select(pair => (pair, (pairs.Cost[pair], pairs.Volunteer[pair]))));
            while (plan.Open[shift] > 0 && waiting.TryDequeue(out var pair, out _))
            {
                var volunteer = pairs.Volunteer[pair];
                if (pairs.Cost[pair] + plan.Fatigue(volunteer) < instance.Shifts.Penalty[shift] && plan.CanTake(volunteer, pair, -1))
                {
                    plan.Add(pair);
                }
            }
        }

        return plan;
    }
}
