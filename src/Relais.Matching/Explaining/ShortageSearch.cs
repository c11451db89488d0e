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

    /// <summary>Schedules that all searches together may ask for: some ten seconds.</summary>
    private const long MostEffort = 8_000_000;
    private readonly Dictionary<int, int[]> _proved = [];
    private readonly HoldingRoom _holding = new(instance, pairs);
    private readonly bool[] _isIn = new bool[instance.ShiftCount];
    private readonly bool[] _isSettled = new bool[instance.ShiftCount];
    private readonly int[] _room = new int[instance.VolunteerCount];
    private readonly int[] _roomOf = new int[instance.VolunteerCount];
    private readonly List<int> _fewer = [];
    private int _set;
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
        Array.Clear(_isIn);
        var excess = 0;
        foreach (var shift in set)
        {
            _isIn[shift] = true;
            excess += instance.Shifts.Demand[shift];
        }

        _set++;
        foreach (var volunteer in set.SelectMany(Candidates).Select(pair => pairs.Volunteer[pair]))
        {
            if (_roomOf[volunteer] != _set)
            {
                _roomOf[volunteer] = _set;
                excess -= _room[volunteer] = Most(volunteer, except: -1);
            }
        }

        return excess;
    }

    /// <summary>Takes a shift out of the set of which the excess is known, when it stays or becomes at least so much.</summary>
    private bool Drop(int shift, HashSet<int> set, int least, ref int excess)
    {
        // Without one shift a volunteer holds as many, or one fewer.
        var (asked, left) = (least - excess + instance.Shifts.Demand[shift], pairs.ShiftBegin[shift + 1] - pairs.ShiftBegin[shift]);
        _fewer.Clear();
        for (var at = pairs.ShiftBegin[shift]; at < pairs.ShiftBegin[shift + 1] && _fewer.Count + left >= asked; at++, left--)
        {
            var volunteer = pairs.Volunteer[pairs.OfShift[at]];
            if (Most(volunteer, shift) < _room[volunteer])
            {
                _fewer.Add(volunteer);
            }
        }

        if (_fewer.Count < asked)
        {
            return false;
        }

        set.Remove(shift);
        _isIn[shift] = false;
        _fewer.ForEach(volunteer => _room[volunteer]--);
        excess += _fewer.Count - instance.Shifts.Demand[shift];
        return true;
    }

    private bool Peeled(int shift, ref HashSet<int> set)
    {
        var core = new HashSet<int>(set);
        var excess = Excess(core);
        Array.Clear(_isSettled);
        for (var isMoving = true; isMoving && excess <= 0;)
        {
            isMoving = false;
            foreach (var other in core.Where(other => other != shift).OrderBy(other => instance.Shifts.Demand[other]).ThenBy(other => other).ToList())
            {
                if (_isSettled[other])
                {
                    continue;
                }

                if (Drop(other, core, excess + 1, ref excess))
                {
                    isMoving = true;
                    Unsettle(other);
                }
                else
                {
                    _isSettled[other] = true;
                }
            }
        }

        set = excess > 0 ? core : set;
        return excess > 0;
    }

    /// <summary>What could not be taken out may be, once a candidate has lost a shift.</summary>
    private void Unsettle(int dropped)
    {
        foreach (var volunteer in Candidates(dropped).Select(pair => pairs.Volunteer[pair]))
        {
            for (var pair = pairs.Begin[volunteer]; pair < pairs.Begin[volunteer + 1]; pair++)
            {
                _isSettled[pairs.Shift[pair]] = false;
            }
        }
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

    private int Most(int volunteer, int except)
    {
        _effort++;
        return _holding.Of(volunteer, _isIn, except);
    }
}
