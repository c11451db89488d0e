using Relais.Matching.Certificates;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Proves that no plan is better, or finds the best one, by trying everything that fits between plan and bound. At given prices
/// every schedule of a volunteer loses something against the best one, and every open post loses what its price lacks of its cost;
/// cost − bound is the sum of these losses. So a better plan is made of schedules that each lose less than the gap: few, and in
/// groups that do not meet. Gives up where they are too many.
/// </summary>
internal sealed class GapClosing(ShiftInstance instance, PairTable pairs, long[] prices, IReadOnlyCollection<Cut> cuts, int[] surcharge, Func<bool> isStopped)
{
    private readonly ScheduleChoices _schedules = new(instance, pairs, prices, MostOf(instance, pairs, prices, cuts, surcharge));

    /// <summary>How many schedules and choices are tried before it gives up.</summary>
    public int Effort { get; init; } = 200_000;

    /// <param name="plan">The best plan known.</param>
    /// <param name="bound">What the prices and cuts prove, thousandths.</param>
    /// <returns>The best plan, or null when it gave up.</returns>
    public PlanState? Close(PlanState plan, long bound)
    {
        var (effort, budget) = (Effort, (1000 * plan.Cost) - bound - 1000);
        if (budget < 0)
        {
            return plan;
        }

        if (Choices(budget, ref effort) is not { } choices)
        {
            return null;
        }

        var left = budget - Narrow(choices, budget);
        var room = Room(choices);
        if (left < 0 || Array.Exists(room, posts => posts < 0))
        {
            return plan;
        }

        return Settle(choices, room, left, effort) switch
        {
            null => null,
            false => plan,
            true => PlanOf(choices),
        };
    }

    /// <summary>By volunteer, what fits in the budget; null when it is too much.</summary>
    private List<Choice>[]? Choices(long budget, ref int effort)
    {
        var choices = new List<Choice>[instance.VolunteerCount];
        for (var volunteer = 0; volunteer < choices.Length; volunteer++)
        {
            if (_schedules.Of(volunteer, budget, ref effort) is not { } some)
            {
                return null;
            }

            choices[volunteer] = some;
        }

        return choices;
    }

    /// <summary>By shift, the posts that those who have one schedule left do not take; below zero where they would take too many.</summary>
    private int[] Room(List<Choice>[] choices)
    {
        var room = instance.Shifts.Demand.AsSpan().ToArray();
        foreach (var pair in choices.Where(some => some.Count is 1).SelectMany(some => some[0].Pairs))
        {
            room[pairs.Shift[pair]]--;
        }

        return room;
    }

    /// <summary>Leaves everybody the schedule of the best plan.</summary>
    /// <returns>False when nothing fits in what is left to lose; null when it gave up.</returns>
    private bool? Settle(List<Choice>[] choices, int[] room, long left, int effort)
    {
        var groups = new VolunteerGroups(pairs, choices);
        left -= LostAside(groups, room);
        foreach (var group in groups.All)
        {
            var search = new GroupSearch(instance, pairs, prices, choices, group, room, isStopped) { Effort = effort };
            if (search.Best(left) is not { } found || search.GaveUp)
            {
                return search.GaveUp ? null : false;
            }

            (left, effort) = (left - found.Loss, effort - search.Spent);
            foreach (var (volunteer, choice) in group.Zip(found.Chosen))
            {
                choices[volunteer] = [choices[volunteer][choice]];
            }
        }

        return left >= 0;
    }

    private PlanState PlanOf(List<Choice>[] choices)
    {
        var plan = new PlanState(instance, pairs);
        foreach (var pair in choices.SelectMany(some => some[0].Pairs))
        {
            plan.Add(pair);
        }

        return plan;
    }

    /// <summary>What is lost on the shifts that no group can still serve, thousandths.</summary>
    private long LostAside(VolunteerGroups groups, int[] room) =>
        Enumerable.Range(0, instance.ShiftCount).Where(shift => !groups.Reaches(shift)).Sum(shift => room[shift] * ((1000L * instance.Shifts.Penalty[shift]) - prices[shift]));

    /// <summary>Drops what does not fit beside what is certain to be lost.</summary>
    /// <returns>What those lose who have no choice left, thousandths.</returns>
    private static long Narrow(List<Choice>[] choices, long budget)
    {
        for (var isMoving = true; isMoving;)
        {
            isMoving = false;
            var certain = choices.Sum(some => some.Count is 0 ? budget + 1 : some.Min(choice => choice.Loss));
            foreach (var some in choices)
            {
                var least = some.Count is 0 ? 0 : some.Min(choice => choice.Loss);
                isMoving |= some.RemoveAll(choice => certain - least + choice.Loss > budget) > 0;
            }
        }

        return choices.Sum(some => some.Count is 1 ? some[0].Loss : some.Count is 0 ? budget + 1 : 0);
    }

    /// <summary>By volunteer: what the bound takes for the best schedule, thousandths.</summary>
    private static long[] MostOf(ShiftInstance instance, PairTable pairs, long[] prices, IReadOnlyCollection<Cut> cuts, int[] surcharge)
    {
        var most = new PriceBound(instance, pairs, 1).BestOf(prices, surcharge);
        foreach (var cut in cuts)
        {
            most[cut.Volunteer] += (long)cut.Multiplier * cut.Most;
        }

        return most;
    }
}
