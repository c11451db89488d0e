using System.Globalization;
using System.Text.RegularExpressions;

namespace Relais.Bench.Planning;

/// <summary>How the gap closes while the planner works: what its lines of progress said at each moment, the median of the runs.</summary>
internal static partial class AnytimeCurve
{
    private static readonly double[] Moments = [0.5, 1, 2, 4, 6, 8, 12, 16, 20, 30, 40, 60];

    public static string Of(string name, IReadOnlyList<ProgramRun> runs)
    {
        var said = runs.Select(Said).ToList();
        var end = said.Select(lines => lines[^1].Seconds).Max();
        var points = Moments.Where(moment => moment < end).Append(end)
            .Select(moment => (Moment: moment, Gaps: said.Select(lines => lines.LastOrDefault(line => line.Seconds <= moment, (Seconds: 0, Gap: 100)).Gap).Order().ToList()))
            .SkipWhile(point => point.Gaps[point.Gaps.Count / 2] >= 100)
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Moment:0.0} s {point.Gaps[point.Gaps.Count / 2]:0.0000} %"));
        return $"{name}, gap by seconds: {string.Join(", ", points)}";
    }

    /// <summary>The end is that of the whole command; the lines before count from the start of the planner, some tenths of a second later.</summary>
    private static List<(double Seconds, double Gap)> Said(ProgramRun run) =>
    [
        .. run.Progress.Select(line => Told().Match(line)).Where(match => match.Success).Select(match => (Number(match, "seconds"), Number(match, "gap"))),
        (run.Figure("seconds"), 100 * run.Figure("gap")),
    ];

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ *(?<seconds>[0-9.]+) s .* gap (?<gap>[0-9.]+) %$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Told();
}
