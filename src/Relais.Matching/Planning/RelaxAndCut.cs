using Relais.Matching.Flows;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Tightens the laminar relaxation: the rules that the flow breaks become cuts with a price each, moved by Polyak's subgradient
/// (Held, Wolfe, Crowder 1974), and the flow is solved again from the last tree.
/// </summary>
internal sealed class RelaxAndCut(ShiftInstance instance, PairTable pairs, NetworkSimplex flow)
{
    private const int MostMultiplier = 50_000_000;
    private readonly CutFinder _finder = new(instance, pairs);
    private readonly Dictionary<int, List<Cut>> _byVolunteer = [];
    private readonly List<int> _held = [];
    private double _step = 1;
    private int _failures;
    private long _best = long.MinValue;

    public List<Cut> Cuts { get; } = [];

    /// <summary>By pair: the multipliers of its cuts, thousandths.</summary>
    public int[] Surcharge { get; } = new int[pairs.Count];

    /// <summary>How many volunteers the last flow gave more than they may hold.</summary>
    public int Breaches { get; private set; }

    /// <summary>One flow, the cuts that it breaks, and the next multipliers.</summary>
    /// <returns>The bound that this flow proves, thousandths.</returns>
    public long Round(Func<bool> isStopped)
    {
        flow.Solve(isStopped);
        var bound = flow.Total();
        foreach (var cut in Cuts)
        {
            bound -= (long)cut.Multiplier * cut.Most;
        }

        if (bound > _best)
        {
            (_best, _failures) = (bound, 0);
        }
        else if (++_failures % 4 is 0)
        {
            _step /= 2;
        }

        return bound;
    }

    /// <summary>The prices that the last flow puts on the shifts, thousandths.</summary>
    public long[] Prices()
    {
        var prices = new long[instance.ShiftCount];
        for (var shift = 0; shift < prices.Length; shift++)
        {
            prices[shift] = Math.Clamp(flow.Potentials[LaminarGraph.Node(shift)], 0, 1000L * instance.Shifts.Penalty[shift]);
        }

        return prices;
    }

    /// <summary>Adds the cuts that the last flow breaks.</summary>
    public void Separate()
    {
        Breaches = 0;
        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            Given(volunteer, _held);
            if (_held.Count < 2)
            {
                continue;
            }

            var isBreached = false;
            foreach (var cut in _finder.Find(volunteer, _held))
            {
                isBreached = true;
                Keep(cut);
            }

            Breaches += isBreached ? 1 : 0;
        }
    }

    /// <summary>Pairs that the last flow gives a volunteer.</summary>
    public void Given(int volunteer, List<int> held)
    {
        held.Clear();
        for (var pair = pairs.Begin[volunteer]; pair < pairs.Begin[volunteer + 1]; pair++)
        {
            if (flow.Flow(pair) > 0)
            {
                held.Add(pair);
            }
        }
    }

    /// <summary>
    /// Moves each multiplier by a step of its own: doubled while its cut stays broken (or loose), cut to a third when that turns. Most
    /// cuts hardly touch one another, so each is near its best after a dozen rounds, whatever the others need.
    /// </summary>
    /// <returns>False when no cut is broken or loose.</returns>
    public bool MoveEach()
    {
        var moved = false;
        foreach (var cut in Cuts)
        {
            var excess = Excess(cut);
            if (excess is 0 || (excess < 0 && cut.Multiplier is 0))
            {
                continue;
            }

            moved = true;
            cut.Turn(Math.Sign(excess));
            Set(cut, (int)Math.Clamp(cut.Multiplier + (long)cut.Step, 0, MostMultiplier));
        }

        return moved;
    }

    /// <summary>Moves all multipliers together towards a plan of this cost, thousandths, by Polyak's step.</summary>
    /// <returns>False when no cut is broken or loose.</returns>
    public bool MoveTogether(long bound, long cost)
    {
        var excess = Cuts.ConvertAll(cut => Excess(cut) is var by && by < 0 && cut.Multiplier is 0 ? 0 : by);
        var norm = excess.Sum(by => (long)by * by);
        if (norm is 0)
        {
            return false;
        }

        var step = _step * Math.Max(1, cost - bound) / norm;
        for (var at = 0; at < excess.Count; at++)
        {
            Set(Cuts[at], (int)Math.Clamp(Cuts[at].Multiplier + Math.Round(step * excess[at]), 0, MostMultiplier));
        }

        return true;
    }

    /// <summary>Puts every multiplier back, as after a dive or to return to the best round.</summary>
    public void Restore(ReadOnlySpan<int> multipliers)
    {
        (_step, _failures) = (1, 0);
        for (var at = 0; at < Cuts.Count; at++)
        {
            Set(Cuts[at], at < multipliers.Length ? multipliers[at] : 0);
        }
    }

    private int Excess(Cut cut)
    {
        var excess = -cut.Most;
        foreach (var pair in cut.Pairs)
        {
            excess += flow.Flow(pair);
        }

        return excess;
    }

    private void Set(Cut cut, int multiplier)
    {
        var by = multiplier - cut.Multiplier;
        cut.Multiplier = multiplier;
        for (var at = 0; by is not 0 && at < cut.Pairs.Length; at++)
        {
            var pair = cut.Pairs[at];
            Surcharge[pair] += by;
            flow.SetCost(pair, (1000 * pairs.Cost[pair]) + Surcharge[pair]);
        }
    }

    private void Keep(Cut cut)
    {
        if (!_byVolunteer.TryGetValue(cut.Volunteer, out var known))
        {
            _byVolunteer[cut.Volunteer] = known = [];
        }

        if (!known.Exists(other => other.Most == cut.Most && other.Pairs.AsSpan().SequenceEqual(cut.Pairs)))
        {
            known.Add(cut);
            Cuts.Add(cut);
        }
    }
}
