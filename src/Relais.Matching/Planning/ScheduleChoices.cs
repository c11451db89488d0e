using System.Runtime.InteropServices;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>The schedules that a volunteer can hold, each with what it loses at the prices against the best one.</summary>
/// <param name="most">By volunteer: the value of the best schedule, or more; thousandths.</param>
internal sealed class ScheduleChoices(ShiftInstance instance, PairTable pairs, long[] prices, long[] most)
{
    private readonly ScheduleRules _rules = new(instance);
    private readonly List<int> _held = [];
    private readonly List<int> _shifts = [];
    private List<Choice> _found = [];
    private long[] _hope = [];
    private long _least;
    private int _end;

    /// <summary>The schedules that lose no more than the budget, thousandths; null when the effort, counted down in schedules tried, is not enough.</summary>
    public List<Choice>? Of(int volunteer, long budget, ref int effort)
    {
        var begin = pairs.Begin[volunteer];
        (_end, _least, _found) = (pairs.Begin[volunteer + 1], most[volunteer] - budget, []);
        _hope = new long[_end - begin + 1];
        for (var pair = _end - 1; pair >= begin; pair--)
        {
            _hope[pair - begin] = _hope[pair - begin + 1] + Math.Max(0, Profit(pair));
        }

        return Extend(volunteer, begin, 0, ref effort) ? _found : null;
    }

    private bool Extend(int volunteer, int from, long value, ref int effort)
    {
        if (--effort < 0)
        {
            _held.Clear();
            _shifts.Clear();
            return false;
        }

        if (value >= _least)
        {
            _found.Add(new Choice([.. _held], most[volunteer] - value));
        }

        var begin = pairs.Begin[volunteer];
        for (var pair = from; pair < _end && value + _hope[pair - begin] >= _least; pair++)
        {
            var after = value + Profit(pair) - (1000L * instance.Rules.FatigueStep * _held.Count);
            if (after + _hope[pair - begin + 1] < _least)
            {
                continue;
            }

            _held.Add(pair);
            _shifts.Add(pairs.Shift[pair]);
            if (_rules.Allows(volunteer, CollectionsMarshal.AsSpan(_shifts)) && !Extend(volunteer, pair + 1, after, ref effort))
            {
                return false;
            }

            _held.RemoveAt(_held.Count - 1);
            _shifts.RemoveAt(_shifts.Count - 1);
        }

        return true;
    }

    private long Profit(int pair) => prices[pairs.Shift[pair]] - (1000L * pairs.Cost[pair]);
}
