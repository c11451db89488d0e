using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>Rebuilds a plan from its lines, and refuses one that breaks a rule.</summary>
internal static class PlanReading
{
    public static PlanState Of(ShiftInstance instance, PairTable pairs, IReadOnlyList<Assignment> lines)
    {
        var plan = new PlanState(instance, pairs);
        for (var line = 0; line < lines.Count; line++)
        {
            var (volunteer, shift) = lines[line];
            var pair = Array.IndexOf(pairs.Shift, shift, pairs.Begin[volunteer], pairs.Begin[volunteer + 1] - pairs.Begin[volunteer]);
            var fault = pair < 0 ? "cannot serve" : plan.Holds(volunteer, shift) ? "already holds"
                : plan.Open[shift] is 0 ? "finds every post taken on" : !plan.CanTake(volunteer, pair, -1) ? "may not hold, with the others," : null;
            if (fault is not null)
            {
                throw new ArgumentException(FormattableString.Invariant($"plan, line {line + 2}: volunteer {volunteer} {fault} shift {shift}"), nameof(lines));
            }

            plan.Add(pair);
        }

        return plan;
    }
}
