using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>The rules over all shifts of one volunteer: rest, minutes of a week or of any seven days, number.</summary>
internal sealed class ScheduleRules(ShiftInstance instance)
{
    private readonly int[] _start = instance.Shifts.Start;
    private readonly int[] _end = instance.Shifts.End;
    private readonly int _rest = instance.Rules.RestMinutes;

    /// <summary>Whether one shift leaves no rest before or after the other.</summary>
    public bool Clash(int one, int other) => _start[one] <= _start[other] && (_start[one] < _start[other] || one < other)
        ? _start[other] < _end[one] + _rest : _start[one] < _end[other] + _rest;

    /// <summary>Whether these shifts, in the order of time, can all be held.</summary>
    public bool Allows(int volunteer, ReadOnlySpan<int> shifts)
    {
        if (shifts.Length > instance.Volunteers.MaxShifts[volunteer])
        {
            return false;
        }

        for (var at = 1; at < shifts.Length; at++)
        {
            if (_start[shifts[at]] < _end[shifts[at - 1]] + _rest)
            {
                return false;
            }
        }

        return HasMinutes(volunteer, shifts);
    }

    /// <summary>Whether the minutes of each week, or of any seven days, leave room for these shifts, in the order of time.</summary>
    public bool HasMinutes(int volunteer, ReadOnlySpan<int> shifts) =>
        instance.Rules.IsSliding ? AllowsAnySevenDays(volunteer, shifts) : AllowsWeeks(volunteer, shifts);

    private bool AllowsWeeks(int volunteer, ReadOnlySpan<int> shifts)
    {
        var (week, minutes) = (-1, 0);
        foreach (var shift in shifts)
        {
            var begun = _start[shift] / PlanningRules.Week;
            minutes = (begun == week ? minutes : 0) + _end[shift] - _start[shift];
            week = begun;
            if (minutes > instance.Cap(volunteer, week))
            {
                return false;
            }
        }

        return true;
    }

    private bool AllowsAnySevenDays(int volunteer, ReadOnlySpan<int> shifts)
    {
        var (first, minutes) = (0, 0);
        foreach (var shift in shifts)
        {
            minutes += _end[shift] - _start[shift];
            for (; _start[shifts[first]] <= _start[shift] - PlanningRules.Week; first++)
            {
                minutes -= _end[shifts[first]] - _start[shifts[first]];
            }

            if (minutes > instance.Cap(volunteer, 0))
            {
                return false;
            }
        }

        return true;
    }
}
