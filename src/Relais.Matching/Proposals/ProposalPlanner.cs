using Relais.Matching.Explaining;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Rest;

namespace Relais.Matching.Proposals;

/// <summary>Plans the free posts of a region, and lets the law judge what came out before anybody sees it.</summary>
public static class ProposalPlanner
{
    /// <summary>
    /// Writes the input into an empty folder as files that can be planned again, and plans what those files say. Each shift given to
    /// somebody is judged beside the others of the same person by the rules on working time and on days; what they refuse is left
    /// out and the rest planned again, which ends because pairs only go.
    /// </summary>
    /// <param name="input">At least one shift.</param>
    /// <param name="folder">Exists; its files are written over.</param>
    /// <param name="rest">The dated rules on working time.</param>
    /// <param name="request">How long and how well.</param>
    /// <param name="progress">Told as <see cref="ShiftPlanner"/> tells it.</param>
    /// <param name="cancellation">Ends the search: the best plan so far is the proposal.</param>
    public static Proposal Plan(
        ProposalInput input, string folder, RestCheck rest, PlanRequest request, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(rest);
        ArgumentNullException.ThrowIfNull(request);
        while (true)
        {
            ProposalFolder.Write(input, folder);
            var instance = ShiftFolder.Read(folder);
            var plan = ShiftPlanner.Plan(instance, request, progress, cancellation);
            var refused = Refused(input, plan, rest);
            if (refused.Count is 0)
            {
                var open = Explainer.Explain(instance, plan.Assignments, CancellationToken.None);
                return new Proposal(plan, input, open.ToDictionary(shift => shift.Shift, shift => shift.Kind));
            }

            input = input.Without(refused);
        }
    }

    private static HashSet<(int Person, int Shift)> Refused(ProposalInput input, ShiftPlan plan, RestCheck rest)
    {
        var refused = new HashSet<(int, int)>();
        foreach (var mine in plan.Assignments.GroupBy(one => one.Volunteer))
        {
            var person = input.People[mine.Key];
            var held = person.Held.ToList();
            var days = person.Days?.Held.ToHashSet() ?? [];
            foreach (var (shift, rank) in mine.Select(one => (input.Shifts[one.Shift], one.Shift)).OrderBy(one => one.Item1.When.Start).ThenBy(one => one.Shift))
            {
                var asked = new Duty(Guid.Empty, shift.When, shift.WorkedMinutes);
                var day = PlaceTime.DayOf(shift.When.Start, shift.Zone);
                var isWithin = person.Days is not { } allowance || allowance.Limits.WhyNot(days, day) is null;
                if (isWithin && rest.Allows(new RestQuestion { Regime = person.Regime, Asked = asked, Held = held, Zone = shift.Zone, KnownEmployerShifts = false }))
                {
                    held.Add(asked);
                    days.Add(day);
                }
                else
                {
                    refused.Add((mine.Key, rank));
                }
            }
        }

        return refused;
    }
}
