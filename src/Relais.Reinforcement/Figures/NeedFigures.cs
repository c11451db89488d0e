namespace Relais.Reinforcement.Figures;

/// <summary>How many places needs had, how many somebody came or comes for, and how soon somebody said yes.</summary>
/// <param name="Posts">Places of the needs that were published and not cancelled.</param>
/// <param name="Filled">Those that somebody holds.</param>
/// <param name="FirstYes">The median, over the needs that had one, of the time from publishing to the first yes.</param>
internal sealed record Tally(int Posts, int Filled, TimeSpan? FirstYes)
{
    public int Open => Posts - Filled;

    public static Tally Of(IEnumerable<NeedFigure> needs)
    {
        var all = needs.ToList();
        var delays = all.Select(need => need.FirstYes).OfType<TimeSpan>().Order().ToList();
        return new Tally(all.Sum(need => need.Posts), all.Sum(need => need.Filled), Median(delays));
    }

    internal static TimeSpan? Median(List<TimeSpan> ordered) => ordered.Count is 0 ? null
        : ordered.Count % 2 is 1 ? ordered[ordered.Count / 2]
        : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
}

/// <summary>What one need adds to the figures.</summary>
/// <param name="Week">The Monday of the week in which its shift begins, where it is.</param>
/// <param name="Group">What the figures by place tell apart: the establishment, or a site of it.</param>
internal sealed record NeedFigure(DateOnly Week, string Profession, string Group, int Posts, int Filled, TimeSpan? FirstYes);

/// <summary>The figures of a set of needs over a period.</summary>
internal sealed record NeedFigures(
    Tally Whole, IReadOnlyList<(DateOnly Week, Tally Tally)> Weeks, IReadOnlyList<(string Name, Tally Tally)> Professions, IReadOnlyList<(string Name, Tally Tally)> Places)
{
    public static NeedFigures Of(IReadOnlyList<NeedFigure> needs, IReadOnlyList<DateOnly> weeks)
    {
        var byWeek = needs.ToLookup(need => need.Week);
        return new NeedFigures(
            Tally.Of(needs),
            [.. weeks.Select(week => (week, Tally.Of(byWeek[week])))],
            Grouped(needs, need => need.Profession),
            Grouped(needs, need => need.Group));
    }

    /// <summary>Where most is asked for comes first.</summary>
    private static IReadOnlyList<(string Name, Tally Tally)> Grouped(IEnumerable<NeedFigure> needs, Func<NeedFigure, string> by) =>
        [.. needs.GroupBy(by, StringComparer.Ordinal).Select(group => (group.Key, Tally: Tally.Of(group))).OrderByDescending(group => group.Tally.Posts).ThenBy(group => group.Key, StringComparer.Ordinal)];
}
