using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Repair;

/// <summary>
/// Finds what somebody who has time again can take over: an open post, or the post of somebody else, who then has time again, and
/// so on. In <see cref="Chains"/> a hole looks for people; here a person looks for posts, the most promising by their prices first.
/// The plan is the same before and after a search.
/// </summary>
internal sealed class Relief(ShiftInstance instance, PairTable pairs, PlanState plan, long[] prices)
{
    private readonly int[][] _holders = HoldersOf(instance, pairs, plan);
    private readonly List<int> _removed = [];
    private readonly List<int> _added = [];
    private readonly HashSet<int> _settled = [];
    private (long Cost, int[] Removed, int[] Added) _best;
    private int _effort;

    /// <summary>How many posts are tried for each person.</summary>
    public int Width { get; init; } = 8;

    /// <summary>How many people a search moves at most on the way, counting each time.</summary>
    public int Effort { get; init; } = 120;

    /// <summary>The changes that save most; none where nothing saves.</summary>
    /// <param name="volunteer">Who has time again.</param>
    /// <param name="most">How many others may be moved.</param>
    /// <param name="settled">Who may not be moved.</param>
    /// <param name="isBarred">Which pairs the volunteer may not take.</param>
    public (IReadOnlyList<int> Removed, IReadOnlyList<int> Added) Find(int volunteer, int most, IEnumerable<int> settled, Func<int, bool> isBarred)
    {
        _settled.Clear();
        _settled.UnionWith(settled);
        _settled.Add(volunteer);
        (_best, _effort) = ((plan.Cost, [], []), 0);
        Search(volunteer, most, isBarred);
        return (_best.Removed, _best.Added);
    }

    private void Search(int volunteer, int most, Func<int, bool>? isBarred)
    {
        foreach (var pair in Posts(volunteer, isBarred))
        {
            if (plan.Open[pairs.Shift[pair]] > 0)
            {
                Take(pair);
                Note();
                Release(pair);
            }
            else if (most > 0 && _effort < Effort)
            {
                Displace(pair, most);
            }
        }
    }

    private void Displace(int pair, int most)
    {
        foreach (var held in _holders[pairs.Shift[pair]])
        {
            var other = pairs.Volunteer[held];
            if (!plan.Holds(other, pairs.Shift[held]) || !_settled.Add(other))
            {
                continue;
            }

            _effort++;
            plan.Remove(held);
            _removed.Add(held);
            Take(pair);
            Note();
            Search(other, most - 1, isBarred: null);
            Release(pair);
            _removed.RemoveAt(_removed.Count - 1);
            plan.Add(held);
            _settled.Remove(other);
        }
    }

    /// <summary>Posts that the volunteer can take as the plan is, the most promising first.</summary>
    private List<int> Posts(int volunteer, Func<int, bool>? isBarred)
    {
        var fatigue = plan.Fatigue(volunteer);
        var promising = new PriorityQueue<int, long>();
        for (var pair = pairs.Begin[volunteer]; pair < pairs.Begin[volunteer + 1]; pair++)
        {
            var shift = pairs.Shift[pair];
            var worth = (plan.Open[shift] > 0 ? 1000L * instance.Shifts.Penalty[shift] : prices[shift]) - (1000L * (pairs.Cost[pair] + fatigue));
            if (worth > 0)
            {
                promising.Enqueue(pair, -worth);
            }
        }

        var posts = new List<int>();
        while (posts.Count < Width && promising.TryDequeue(out var pair, out _))
        {
            if (!plan.Holds(volunteer, pairs.Shift[pair]) && isBarred?.Invoke(pair) is not true && plan.CanTake(volunteer, pair, -1))
            {
                posts.Add(pair);
            }
        }

        return posts;
    }

    private void Take(int pair)
    {
        plan.Add(pair);
        _added.Add(pair);
    }

    private void Release(int pair)
    {
        _added.RemoveAt(_added.Count - 1);
        plan.Remove(pair);
    }

    private void Note()
    {
        if (plan.Cost < _best.Cost)
        {
            _best = (plan.Cost, [.. _removed], [.. _added]);
        }
    }

    private static int[][] HoldersOf(ShiftInstance instance, PairTable pairs, PlanState plan)
    {
        var held = Enumerable.Range(0, instance.VolunteerCount).SelectMany(volunteer => plan.Held(volunteer).ToArray()).ToLookup(pair => pairs.Shift[pair]);
        return [.. Enumerable.Range(0, instance.ShiftCount).Select(shift => held[shift].ToArray())];
    }
}
