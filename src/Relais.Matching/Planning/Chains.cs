using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Finds who can fill a hole at least cost when others move: A takes it and leaves another shift, B takes that one, and so on,
/// until somebody takes the last without leaving any, or it stays open at its price. Best first by cost so far plus the price of
/// the hole; a volunteer moves once. The plan is not changed until <see cref="Apply"/>.
/// </summary>
internal sealed class Chains(ShiftInstance instance, PairTable pairs, PlanState plan, long[] prices)
{
    private readonly PriorityQueue<int, long> _queue = new();
    private readonly List<(int Shift, int Pair, int Left, int Before, int Depth, long Cost)> _steps = [];
    private readonly Dictionary<int, long> _reached = [];

    /// <summary>Thousandths: how much cheaper than its price a hole may turn out to be.</summary>
    public long Slack { get; init; }

    /// <summary>How many holes a search opens at most.</summary>
    public int Effort { get; init; } = 60;

    /// <summary>How many volunteers may move in one chain.</summary>
    public int MostMoves { get; set; } = int.MaxValue;

    /// <summary>Looks for a way to fill one post of a shift for less than a budget, thousandths.</summary>
    /// <returns>The last step of the cheapest way, with its cost, or null.</returns>
    public (int Step, long Cost)? Find(int shift, long budget, Func<int, int, bool>? isBarred = null)
    {
        Reset(shift);
        (int Step, long Cost)? best = null;
        for (var effort = 0; effort < Effort && _queue.TryDequeue(out var step, out var least) && least < budget; effort++)
        {
            var (hole, _, _, before, depth, cost) = _steps[step];
            if (before >= 0 && cost + (1000L * instance.Shifts.Penalty[hole]) is var left && left < budget)
            {
                (best, budget) = ((step, left), left);
            }

            for (var at = pairs.ShiftBegin[hole]; depth < MostMoves && at < pairs.ShiftBegin[hole + 1]; at++)
            {
                var pair = pairs.OfShift[at];
                if (Try(step, pair, budget, isBarred) is { } found)
                {
                    (best, budget) = (found, found.Cost);
                }
            }
        }

        return best;
    }

    /// <summary>Makes the moves that end with this step.</summary>
    /// <returns>The pairs taken, each with the one left for it or −1.</returns>
    public IReadOnlyList<(int Pair, int Left)> Apply(int step)
    {
        var moves = new List<(int Pair, int Left)>();
        for (; step >= 0 && _steps[step].Pair >= 0; step = _steps[step].Before)
        {
            moves.Add((_steps[step].Pair, _steps[step].Left));
        }

        foreach (var (_, left) in moves)
        {
            if (left >= 0)
            {
                plan.Remove(left);
            }
        }

        moves.ForEach(move => plan.Add(move.Pair));
        return moves;
    }

    private void Reset(int shift)
    {
        _queue.Clear();
        _steps.Clear();
        _reached.Clear();
        _reached[shift] = 0;
        _steps.Add((shift, -1, -1, -1, 0, 0));
        _queue.Enqueue(0, 0);
    }

    private (int Step, long Cost)? Try(int step, int pair, long budget, Func<int, int, bool>? isBarred)
    {
        var (hole, cost) = (_steps[step].Shift, _steps[step].Cost + (1000L * pairs.Cost[pair]));
        var volunteer = pairs.Volunteer[pair];
        var held = plan.Held(volunteer);
        var alone = cost + (1000L * plan.Fatigue(volunteer));
        if (alone >= budget && !CanGain(held, cost, budget))
        {
            return null;
        }

        if (plan.Holds(volunteer, hole) || HasMoved(step, volunteer) || (isBarred?.Invoke(volunteer, hole) ?? false))
        {
            return null;
        }

        (int Step, long Cost)? found = null;
        if (alone < budget && plan.CanTake(volunteer, pair, -1))
        {
            _steps.Add((hole, pair, -1, step, _steps[step].Depth + 1, alone));
            (found, budget) = ((_steps.Count - 1, alone), alone);
        }

        foreach (var left in held)
        {
            Leave(step, pair, left, cost, budget);
        }

        return found;
    }

    private bool CanGain(ReadOnlySpan<int> held, long cost, long budget)
    {
        foreach (var left in held)
        {
            if (cost - (1000L * pairs.Cost[left]) + prices[pairs.Shift[left]] - Slack < budget)
            {
                return true;
            }
        }

        return false;
    }

    private void Leave(int step, int pair, int left, long cost, long budget)
    {
        var hole = pairs.Shift[left];
        cost -= 1000L * pairs.Cost[left];
        var least = cost + Math.Max(0, prices[hole] - Slack);
        if (least >= budget || (_reached.TryGetValue(hole, out var known) && known <= cost) || !plan.CanTake(pairs.Volunteer[pair], pair, left))
        {
            return;
        }

        _reached[hole] = cost;
        _steps.Add((hole, pair, left, step, _steps[step].Depth + 1, cost));
        _queue.Enqueue(_steps.Count - 1, least);
    }

    private bool HasMoved(int step, int volunteer)
    {
        for (; step > 0; step = _steps[step].Before)
        {
            if (pairs.Volunteer[_steps[step].Pair] == volunteer)
            {
                return true;
            }
        }

        return false;
    }
}
