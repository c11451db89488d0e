using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Ranking;

namespace Relais.Tests.Matching.Planning;

/// <summary>The optimum by trying everything, from the text of the rules and nothing of the planner.</summary>
internal static class BruteForce
{
    /// <param name="instance">A small one.</param>
    /// <param name="isBarred">Pairs that no plan may hold.</param>
    public static long Optimum(ShiftInstance instance, Func<int, int, bool>? isBarred = null)
    {
        var schedules = Enumerable.Range(0, instance.VolunteerCount)
            .Select(volunteer => Schedules(instance, volunteer).Where(one => isBarred is null || !Array.Exists(one.Shifts, shift => isBarred(volunteer, shift))).ToArray()).ToList();
        var memory = new Dictionary<string, long>();
        return Best(instance, schedules, 0, [.. instance.Shifts.Demand], memory);
    }

    /// <summary>Whether a volunteer may hold all these shifts, in any order.</summary>
    public static bool Allows(ShiftInstance instance, int volunteer, IEnumerable<int> held)
    {
        var (shifts, rules) = (instance.Shifts, instance.Rules);
        var sorted = held.OrderBy(shift => shifts.Start[shift]).ToList();
        var minutes = new Func<int, int>(shift => shifts.End[shift] - shifts.Start[shift]);
        return sorted.Count <= instance.Volunteers.MaxShifts[volunteer]
            && sorted.Zip(sorted.Skip(1)).All(next => shifts.Start[next.Second] >= shifts.End[next.First] + rules.RestMinutes)
            && sorted.All(first => sorted.Where(other => rules.IsSliding
                ? shifts.Start[other] >= shifts.Start[first] && shifts.Start[other] < shifts.Start[first] + 10_080
                : shifts.Start[other] / 10_080 == shifts.Start[first] / 10_080).Sum(minutes) <= instance.Cap(volunteer, shifts.Start[first] / 10_080));
    }

    public static long CostOf(ShiftInstance instance, IEnumerable<Assignment> plan)
    {
        var ranker = new Ranker(instance);
        var (cost, open) = (0L, instance.Shifts.Demand.ToArray());
        foreach (var person in plan.GroupBy(one => one.Volunteer))
        {
            Assert.True(Allows(instance, person.Key, person.Select(one => one.Shift)));
            Assert.All(person, one => Assert.Equal(PairRule.None, ranker.WhyNot(one.Volunteer, one.Shift)));
            cost += person.Sum(one => ranker.Explain(one.Volunteer, one.Shift).Cost) + (instance.Rules.FatigueStep * person.Count() * (person.Count() - 1) / 2);
            foreach (var one in person)
            {
                open[one.Shift]--;
            }
        }

        Assert.All(open, posts => Assert.True(posts >= 0));
        return cost + open.Zip(instance.Shifts.Penalty).Sum(shift => (long)shift.First * shift.Second);
    }

    private static List<(int[] Shifts, long Cost)> Schedules(ShiftInstance instance, int volunteer)
    {
        var ranker = new Ranker(instance);
        var eligible = Enumerable.Range(0, instance.ShiftCount).Where(shift => ranker.WhyNot(volunteer, shift) is PairRule.None).ToArray();
        return [.. Enumerable.Range(0, 1 << eligible.Length)
            .Select(mask => eligible.Where((_, at) => (mask >> at & 1) is 1).ToArray())
            .Where(held => Allows(instance, volunteer, held))
            .Select(held => (held, held.Sum(shift => (long)ranker.Explain(volunteer, shift).Cost) + (instance.Rules.FatigueStep * held.Length * (held.Length - 1) / 2)))];
    }

    private static long Best(ShiftInstance instance, List<(int[] Shifts, long Cost)[]> schedules, int volunteer, int[] open, Dictionary<string, long> memory)
    {
        if (volunteer == schedules.Count)
        {
            return open.Zip(instance.Shifts.Penalty).Sum(shift => (long)shift.First * shift.Second);
        }

        var key = volunteer + ":" + string.Join(',', open);
        if (memory.TryGetValue(key, out var known))
        {
            return known;
        }

        var best = long.MaxValue;
        foreach (var (shifts, cost) in schedules[volunteer])
        {
            if (Array.TrueForAll(shifts, shift => open[shift] > 0))
            {
                Array.ForEach(shifts, shift => open[shift]--);
                best = Math.Min(best, cost + Best(instance, schedules, volunteer + 1, open, memory));
                Array.ForEach(shifts, shift => open[shift]++);
            }
        }

        return memory[key] = best;
    }
}
