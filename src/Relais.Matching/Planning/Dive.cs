using Relais.Matching.Flows;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Makes a plan out of the relaxation: whoever was given too much keeps the best part of it, the rest is forbidden and the flow
/// solved again, so that others take it at least cost.
/// </summary>
internal sealed class Dive(ShiftInstance instance, PairTable pairs, NetworkSimplex flow, RelaxAndCut relaxation)
{
    private const int Forbidding = 400_000_000;
    private readonly BestSubset _subset = new(pairs, new ScheduleRules(instance));
    private readonly HashSet<int> _forbidden = [];
    private readonly List<int> _given = [];

    /// <summary>A plan after at most so many rounds; the costs of the flow are put back.</summary>
    public PlanState Run(long[] prices, int rounds, Func<bool> isStopped)
    {
        _forbidden.Clear();
        for (var round = 0; round < rounds && Forbid(prices) && !isStopped(); round++)
        {
            flow.Solve(isStopped);
        }

        var plan = Read(prices);
        foreach (var pair in _forbidden)
        {
            flow.SetCost(pair, flow.Cost(pair) - Forbidding);
        }

        return plan;
    }

    private bool Forbid(long[] prices)
    {
        var before = _forbidden.Count;
        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            relaxation.Given(volunteer, _given);
            if (_given.Count < 2)
            {
                continue;
            }

            var kept = _subset.Of(volunteer, _given, prices);
            foreach (var pair in _given)
            {
                if (!kept.Contains(pair) && _forbidden.Add(pair))
                {
                    flow.SetCost(pair, flow.Cost(pair) + Forbidding);
                }
            }
        }

        return _forbidden.Count > before;
    }

    private PlanState Read(long[] prices)
    {
        var plan = new PlanState(instance, pairs);
        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            relaxation.Given(volunteer, _given);
            _given.RemoveAll(_forbidden.Contains);
            foreach (var pair in _given.Count < 2 ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_given) : _subset.Of(volunteer, _given, prices))
            {
                plan.Add(pair);
            }
        }

        return plan;
    }
}
