using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Explaining;

/// <summary>
/// Looks for a set of shifts around an open one whose posts exceed what all its candidates can hold: it widens along what the
/// candidates hold instead, peels off the shifts that weaken the proof, and drops what is not needed. A set found for one shift
/// serves every open shift in it.
/// </summary>
internal sealed class ShortageSearch(ShiftInstance instance, PairTable pairs, Blocking blocking)
{
    private const int MostShifts = 400;
    private const int Widenings = 8;
    private readonly Dictionary<int, int[]> _proved = [];
    private readonly BestSchedule _schedule = new(instance.Rules.RestMinutes, fatigue: 0);
    private readonly List<(int, int, int, long)> _items = [];

    /// <summary>A proof for this shift, or null when none was found.</summary>
    public int[]? Of(int shift)
    {
        if (_proved.TryGetValue(shift, out var known))
        {
            return known;
        }

        var (set, edge) = (new HashSet<int> { shift }, new List<int> { shift });
        for (var round = 0; round < Widenings; round++)
        {
            if (Excess(set) > 0 || Peeled(shift, ref set))
            {
                return Keep(Minimal(shift, set));
            }

            edge = [.. edge.SelectMany(Candidates).SelectMany(blocking.InTheWay).Distinct().Where(other => !set.Contains(other)).Order()];
            if (edge.Count is 0 || set.Count + edge.Count > MostShifts)
            {
                return null;
            }

            set.UnionWith(edge);
        }

        return null;
    }

    private IEnumerable<int> Candidates(int shift) =>
        Enumerable.Range(pairs.ShiftBegin[shift], pairs.ShiftBegin[shift + 1] - pairs.ShiftBegin[shift]).Select(at => pairs.OfShift[at]);

    private int[] Keep(int[] proof)
    {
        foreach (var shift in proof)
        {
            _proved.TryAdd(shift, proof);
        }

        return proof;
    }

    /// <summary>Posts beyond what the candidates can hold.</summary>
    private int Excess(HashSet<int> set) =>
        set.Sum(shift => instance.Shifts.Demand[shift])
        - set.SelectMany(Candidates).Select(pair => pairs.Volunteer[pair]).Distinct().Sum(volunteer => Most(volunteer, set, -1));

    /// <summary>What the proof gains when a shift leaves the set.</summary>
    private int GainWithout(int shift, HashSet<int> set) =>
        Candidates(shift).Select(pair => pairs.Volunteer[pair]).Sum(volunteer => Most(volunteer, set, -1) - Most(volunteer, set, shift)) - instance.Shifts.Demand[shift];

    private bool Peeled(int shift, ref HashSet<int> set)
    {
        var core = new HashSet<int>(set);
        var excess = Excess(core);
        for (var isMoving = true; isMoving && excess <= 0;)
        {
            isMoving = false;
            foreach (var other in core.Where(other => other != shift).OrderBy(other => instance.Shifts.Demand[other]).ThenBy(other => other).ToList())
            {
                if (GainWithout(other, core) is > 0 and var gain)
                {
                    core.Remove(other);
                    (excess, isMoving) = (excess + gain, true);
                }
            }
        }

        set = excess > 0 ? core : set;
        return excess > 0;
    }

    /// <summary>Without the shifts that the proof does not need, the cheapest first.</summary>
    private int[] Minimal(int shift, HashSet<int> set)
    {
        var excess = Excess(set);
        foreach (var other in set.Where(other => other != shift).OrderBy(other => instance.Shifts.Penalty[other]).ThenBy(other => other).ToList())
        {
            if (excess + GainWithout(other, set) is > 0 and var left)
            {
                set.Remove(other);
                excess = left;
            }
        }

        return [.. set.Order()];
    }

    /// <summary>How many shifts of the set, but one, a volunteer can hold.</summary>
    private int Most(int volunteer, HashSet<int> set, int except)
    {
        _items.Clear();
        for (var pair = pairs.Begin[volunteer]; pair < pairs.Begin[volunteer + 1]; pair++)
        {
            var shift = pairs.Shift[pair];
            if (shift != except && set.Contains(shift))
            {
                _items.Add((instance.Shifts.Start[shift], instance.Shifts.End[shift], instance.Shifts.Start[shift] / PlanningRules.Week, 1));
            }
        }

        var weeks = instance.Rules.Weeks;
        return (int)_schedule.Value(
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items), instance.Volunteers.MaxShifts[volunteer], instance.Volunteers.Cap.AsSpan(volunteer * weeks, weeks));
    }
}
