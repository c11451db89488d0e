using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Explaining;

/// <summary>Says which rule stops a candidate from taking one more shift on top of what they hold.</summary>
internal sealed class Blocking(ShiftInstance instance, PairTable pairs, PlanState plan)
{
    private readonly int[] _start = instance.Shifts.Start;
    private readonly int[] _end = instance.Shifts.End;

    /// <summary>The first rule that stops, or null when none does.</summary>
    public BlockedCandidate? Of(int pair)
    {
        var (volunteer, shift) = (pairs.Volunteer[pair], pairs.Shift[pair]);
        var held = Array.ConvertAll(plan.Held(volunteer).ToArray(), other => pairs.Shift[other]);
        return Because("overlap", held.Where(other => _start[other] < _end[shift] && _start[shift] < _end[other]))
            ?? Because("rest", held.Where(other => plan.Rules.Clash(other, shift)))
            ?? (plan.Rules.HasMinutes(volunteer, [.. held.Append(shift).OrderBy(other => _start[other])]) ? null
                : Because("week", held.Where(other => Math.Abs(_start[other] - _start[shift]) < PlanningRules.Week)))
            ?? (held.Length < instance.Volunteers.MaxShifts[volunteer] ? null : Because("count", held));

        BlockedCandidate? Because(string rule, IEnumerable<int> by) =>
            by.Order().ToArray() is { Length: > 0 } shifts ? new BlockedCandidate(volunteer, rule, shifts) : null;
    }

    /// <summary>Every shift that the candidate holds and that alone or with others keeps them from this one.</summary>
    public IEnumerable<int> InTheWay(int pair)
    {
        var (volunteer, shift) = (pairs.Volunteer[pair], pairs.Shift[pair]);
        var held = Array.ConvertAll(plan.Held(volunteer).ToArray(), other => pairs.Shift[other]);
        return Of(pair) is not { } blocked ? [] : blocked.Rule is "count" ? held
            : held.Where(other => plan.Rules.Clash(other, shift) || (blocked.Rule is "week" && Math.Abs(_start[other] - _start[shift]) < PlanningRules.Week));
    }
}
