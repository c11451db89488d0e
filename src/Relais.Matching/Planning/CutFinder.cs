using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// Finds, for what a volunteer was given against the rules, inequalities that hold for every schedule: a clique of clashing
/// shifts (at most one), and a cover of the minutes of a week or of seven days, extended by every shift that is at least as long.
/// </summary>
internal sealed class CutFinder(ShiftInstance instance, PairTable pairs)
{
    private readonly int[] _start = instance.Shifts.Start;
    private readonly int[] _end = instance.Shifts.End;

    /// <summary>The violated inequalities; none when the pairs keep the rules.</summary>
    public IEnumerable<Cut> Find(int volunteer, List<int> held)
    {
        for (var at = 1; at < held.Count; at++)
        {
            if (Start(held[at]) < End(held[at - 1]) + instance.Rules.RestMinutes)
            {
                yield return Clique(volunteer, held[at - 1], held[at]);
            }
        }

        for (var at = 0; at < held.Count; at++)
        {
            if (IsWindowStart(held, at) && Cover(volunteer, held, at) is { } cover)
            {
                yield return cover;
            }
        }
    }

    private int Start(int pair) => _start[pairs.Shift[pair]];

    private int End(int pair) => _end[pairs.Shift[pair]];

    private int Minutes(int pair) => End(pair) - Start(pair);

    private bool IsWindowStart(List<int> held, int at) =>
        instance.Rules.IsSliding || at is 0 || Start(held[at]) / PlanningRules.Week != Start(held[at - 1]) / PlanningRules.Week;

    /// <summary>The largest set of shifts that all contain one instant, rest included, this pair of shifts among them.</summary>
    private Cut Clique(int volunteer, int one, int other)
    {
        var rest = instance.Rules.RestMinutes;
        var until = Math.Min(End(one), End(other)) + rest;
        var (most, best) = (0, Start(other));
        for (var pair = other; pair < pairs.Begin[volunteer + 1] && Start(pair) < until; pair++)
        {
            var count = Around(volunteer, Start(pair)).Count();
            (most, best) = count > most ? (count, Start(pair)) : (most, best);
        }

        return new Cut(volunteer, 1, [.. Around(volunteer, best)]);
    }

    private IEnumerable<int> Around(int volunteer, int instant) =>
        Enumerable.Range(pairs.Begin[volunteer], pairs.Begin[volunteer + 1] - pairs.Begin[volunteer])
            .Where(pair => Start(pair) <= instant && instant < End(pair) + instance.Rules.RestMinutes);

    private Cut? Cover(int volunteer, List<int> held, int first)
    {
        var (from, week) = (Start(held[first]), Start(held[first]) / PlanningRules.Week);
        var cap = instance.Cap(volunteer, week);
        bool IsInside(int pair) => instance.Rules.IsSliding
            ? Start(pair) >= from && Start(pair) < from + PlanningRules.Week : Start(pair) / PlanningRules.Week == week;

        var cover = held.Where(IsInside).ToList();
        var sum = cover.Sum(Minutes);
        if (sum <= cap)
        {
            return null;
        }

        foreach (var pair in cover.OrderBy(Minutes).ThenBy(pair => pair).ToList())
        {
            if (sum - Minutes(pair) > cap)
            {
                sum -= Minutes(pair);
                cover.Remove(pair);
            }
        }

        var all = Enumerable.Range(pairs.Begin[volunteer], pairs.Begin[volunteer + 1] - pairs.Begin[volunteer]).Where(IsInside).ToList();
        foreach (var length in cover.Select(Minutes).Distinct().Order())
        {
            var wide = all.Where(pair => Minutes(pair) >= length || cover.Contains(pair)).ToArray();
            if (wide.Select(Minutes).Order().Take(cover.Count).Sum() > cap)
            {
                return new Cut(volunteer, cover.Count - 1, wide);
            }
        }

        return new Cut(volunteer, cover.Count - 1, [.. cover]);
    }
}
