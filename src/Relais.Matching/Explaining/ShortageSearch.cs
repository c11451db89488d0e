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
    private const int MostShifts = 120;
    private const int Widenings = 6;

    /// <summary>Schedules that all searches together may ask for: about half a minute.</summary>
    private const long MostEffort = 8_000_000;
    private readonly Dictionary<int, int> _room = [];
    private readonly Dictionary<int, int[]> _proved = [];
    private readonly BestSchedule _schedule = new(instance.Rules.RestMinutes, fatigue: 0);
    private readonly List<(int, int, int, long)> _items = [];
    private long _effort;

    /// <summary>A proof for this shift, or null when none was found.</summary>
    public int[]? Of(int shift)
    {
        if (_proved.TryGetValue(shift, out var known))
        {
            return known;
        }

        var (set, edge) = (new HashSet<int> { shift }, new List<int> { shift });
        for (var round = 0; round < Widenings && _effort < MostEffort; round++)
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

    /// <summary>Posts beyond what the candidates can hold; remembers what each can.</summary>
    private int Excess(HashSet<int> set)
    {
        _room.Clear();
        var excess = set.Sum(shift => instance.Shifts.Demand[shift]);
        foreach (var volunteer in set.SelectMany(Candidates).Select(pair => pairs.Volunteer[pair]))
        {
            if (!_room.ContainsKey(volunteer))
            {
                excess -= _room[volunteer] = Most(volunteer, set, -1);
            }
        }

        return excess;
    }

    /// <summary>Takes a shift out when the excess stays or becomes at least so much.</summary>
    private bool Drop(int shift, HashSet<int> set, int least, ref int excess)
    {
        var without = Candidates(shift).Select(pair => (Volunteer: pairs.Volunteer[pair], Room: Most(pairs.Volunteer[pair], set, shift))).ToList();
        var after = excess - instance.Shifts.Demand[shift] + without.Sum(one => _room[one.Volunteer] - one.Room);
        if (after < least)
        {
            return false;
        }

        set.Remove(shift);
        without.ForEach(one => _room[one.Volunteer] = one.Room);
        excess = after;
        return true;
    }

    private bool Peeled(int shift, ref HashSet<int> set)
    {
        var core = new HashSet<int>(set);
        var excess = Excess(core);
        for (var isMoving = true; isMoving && excess <= 0;)
        {
            isMoving = false;
            foreach (var other in core.Where(other => other != shift).OrderBy(other => instance.Shifts.Demand[other]).ThenBy(other => other).ToList())
            {
                isMoving |= Drop(other, core, excess + 1, ref excess);
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
            Drop(other, set, 1, ref excess);
        }

        return [.. set.Order()];
    }

    /// <summary>How many shifts of the set, but one, a volunteer can hold.</summary>
    private int Most(int volunteer, HashSet<int> set, int except)
    {
        _items.Clear();
        _effort++;
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
