using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>A plan that always keeps every rule, changed one pair at a time; its cost is known at every moment. Whole units.</summary>
internal sealed class PlanState
{
    private readonly ShiftInstance _instance;
    private readonly PairTable _pairs;
    private readonly ScheduleRules _rules;
    private readonly int[] _begin;
    private readonly int[] _count;
    private readonly int[] _held;

    public PlanState(ShiftInstance instance, PairTable pairs)
    {
        (_instance, _pairs, _rules) = (instance, pairs, new ScheduleRules(instance));
        (_begin, _count, Open) = (new int[instance.VolunteerCount + 1], new int[instance.VolunteerCount], instance.Shifts.Demand.AsSpan().ToArray());
        for (var volunteer = 0; volunteer < _count.Length; volunteer++)
        {
            _begin[volunteer + 1] = _begin[volunteer] + Math.Min(instance.Volunteers.MaxShifts[volunteer], pairs.Begin[volunteer + 1] - pairs.Begin[volunteer]);
        }

        _held = new int[_begin[^1]];
        for (var shift = 0; shift < Open.Length; shift++)
        {
            Cost += (long)Open[shift] * instance.Shifts.Penalty[shift];
        }
    }

    private PlanState(PlanState other)
    {
        (_instance, _pairs, _rules, _begin, Cost) = (other._instance, other._pairs, other._rules, other._begin, other.Cost);
        (_count, _held, Open) = ([.. other._count], [.. other._held], [.. other.Open]);
    }

    /// <summary>Of the whole plan, open posts included.</summary>
    public long Cost { get; private set; }

    /// <summary>By shift: posts that nobody serves.</summary>
    public int[] Open { get; }

    public ScheduleRules Rules => _rules;

    /// <summary>Pairs held by a volunteer, in the order of time.</summary>
    public ReadOnlySpan<int> Held(int volunteer) => _held.AsSpan(_begin[volunteer], _count[volunteer]);

    /// <summary>By volunteer, then shift.</summary>
    public Assignment[] Assignments() =>
        [.. Enumerable.Range(0, _instance.VolunteerCount).SelectMany(volunteer => Held(volunteer).ToArray().Select(pair => _pairs.Shift[pair]).Order().Select(shift => new Assignment(volunteer, shift)))];

    public PlanState Copy() => new(this);

    public bool Holds(int volunteer, int shift)
    {
        foreach (var pair in Held(volunteer))
        {
            if (_pairs.Shift[pair] == shift)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the volunteer could take this pair after giving up another; −1 gives up none.</summary>
    public bool CanTake(int volunteer, int pair, int instead)
    {
        var held = Held(volunteer);
        Span<int> shifts = stackalloc int[held.Length + 1];
        var (count, isPlaced) = (0, false);
        foreach (var other in held)
        {
            if (other == instead)
            {
                continue;
            }

            if (!isPlaced && other > pair)
            {
                (shifts[count++], isPlaced) = (_pairs.Shift[pair], true);
            }

            shifts[count++] = _pairs.Shift[other];
        }

        if (!isPlaced)
        {
            shifts[count++] = _pairs.Shift[pair];
        }

        return _rules.Allows(volunteer, shifts[..count]);
    }

    /// <summary>What taking one more shift costs the volunteer beyond the pair itself.</summary>
    public int Fatigue(int volunteer) => _instance.Rules.FatigueStep * _count[volunteer];

    /// <summary>The shift asks for more posts than the instance says; for fewer when negative.</summary>
    public void Ask(int shift, int posts)
    {
        Open[shift] += posts;
        Cost += (long)posts * _instance.Shifts.Penalty[shift];
    }

    public void Add(int pair)
    {
        var (volunteer, shift) = (_pairs.Volunteer[pair], _pairs.Shift[pair]);
        var place = _begin[volunteer] + _count[volunteer];
        for (; place > _begin[volunteer] && _held[place - 1] > pair; place--)
        {
            _held[place] = _held[place - 1];
        }

        _held[place] = pair;
        Cost += _pairs.Cost[pair] + Fatigue(volunteer) - _instance.Shifts.Penalty[shift];
        _count[volunteer]++;
        Open[shift]--;
    }

    public void Remove(int pair)
    {
        var (volunteer, shift) = (_pairs.Volunteer[pair], _pairs.Shift[pair]);
        var place = _begin[volunteer];
        while (_held[place] != pair)
        {
            place++;
        }

        _count[volunteer]--;
        for (; place < _begin[volunteer] + _count[volunteer]; place++)
        {
            _held[place] = _held[place + 1];
        }

        Cost += _instance.Shifts.Penalty[shift] - _pairs.Cost[pair] - Fatigue(volunteer);
        Open[shift]++;
    }
}
