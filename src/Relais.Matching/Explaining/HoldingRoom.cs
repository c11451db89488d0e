using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Explaining;

/// <summary>
/// How many shifts of a set a volunteer can hold, under rest, minutes of the calendar week and number. Of two ways to hold as many, the
/// one with fewer minutes in its week is as good, and a limit on the number only cuts what is found without it: so the least
/// minutes by number are all that is kept. Items × number steps. With sliding windows it keeps the calendar weeks only, and may say too many.
/// </summary>
internal sealed class HoldingRoom(ShiftInstance instance, PairTable pairs)
{
    private const int None = int.MaxValue;
    private readonly int[] _start = instance.Shifts.Start;
    private readonly int[] _end = instance.Shifts.End;
    private readonly int _rest = instance.Rules.RestMinutes;
    private int[] _items = new int[64];
    private int[] _least = new int[256];

    /// <summary>Of the shifts that are in the set, but one.</summary>
    /// <param name="volunteer">Who.</param>
    /// <param name="isIn">By shift.</param>
    /// <param name="except">The shift left out, or −1.</param>
    public int Of(int volunteer, bool[] isIn, int except)
    {
        var count = Collect(volunteer, isIn, except);
        var most = Math.Min(count, instance.Volunteers.MaxShifts[volunteer]);
        if (most is 0)
        {
            return 0;
        }

        var width = most + 1;
        if (_least.Length < (count + 1) * width)
        {
            _least = new int[2 * (count + 1) * width];
        }

        _least.AsSpan(0, (count + 1) * width).Fill(None);
        _least[0] = 0;
        for (var at = 0; at < count; at++)
        {
            Step(volunteer, at, count, width);
        }

        while (_least[(count * width) + most] is None)
        {
            most--;
        }

        return most;
    }

    private int Collect(int volunteer, bool[] isIn, int except)
    {
        var (from, until) = (pairs.Begin[volunteer], pairs.Begin[volunteer + 1]);
        if (_items.Length < until - from)
        {
            _items = new int[2 * (until - from)];
        }

        var count = 0;
        for (var pair = from; pair < until; pair++)
        {
            var shift = pairs.Shift[pair];
            if (isIn[shift] && shift != except)
            {
                _items[count++] = shift;
            }
        }

        return count;
    }

    private void Step(int volunteer, int at, int count, int width)
    {
        var (end, week) = (_end[_items[at]], WeekOf(_items[at]));
        var (length, cap) = (end - _start[_items[at]], instance.Cap(volunteer, week));
        var after = at + 1;
        while (after < count && _start[_items[after]] < end + _rest)
        {
            after++;
        }

        var isNextNew = at + 1 < count && WeekOf(_items[at + 1]) != week;
        var isAfterNew = after < count && WeekOf(_items[after]) != week;
        for (var number = 0; number < width; number++)
        {
            var minutes = _least[(at * width) + number];
            if (minutes is None)
            {
                continue;
            }

            Lower(((at + 1) * width) + number, isNextNew ? 0 : minutes);
            if (number + 1 < width && minutes + length <= cap)
            {
                Lower((after * width) + number + 1, isAfterNew ? 0 : minutes + length);
            }
        }
    }

    private void Lower(int place, int minutes) => _least[place] = Math.Min(_least[place], minutes);

    private int WeekOf(int shift) => _start[shift] / PlanningRules.Week;
}
