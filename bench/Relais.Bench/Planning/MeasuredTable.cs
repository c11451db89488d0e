using System.Globalization;

namespace Relais.Bench.Planning;

/// <summary>Lines of a table in Markdown: the median of the runs, and in brackets the least and the most.</summary>
internal static class MeasuredTable
{
    public const string Head = "| instance | command | seconds | processor seconds | peak MB | what it says |\n| --- | --- | --- | --- | --- | --- |";

    public static string Plan(string name, IReadOnlyList<ProgramRun> runs)
    {
        var last = runs[^1].Figures;
        return Line(name, "plan", runs, string.Create(CultureInfo.InvariantCulture,
            $"cost {Spread(runs, "cost", "0")}, bound {Spread(runs, "bound", "0")}, gap {Spread(runs, "gap", "0.0000 %")}, {last.GetProperty("stopped").GetString()}, {last.GetProperty("open_posts").GetInt32()} open, Gini {last.GetProperty("gini").GetDouble():0.00}"));
    }

    public static string Rank(string name, IReadOnlyList<ProgramRun> runs) => Line(name, "rank --all", runs, string.Create(CultureInfo.InvariantCulture,
        $"{runs[^1].Figures.GetProperty("pairs").GetInt64()} pairs, p50 {Spread(runs, "p50_ms", "0.00")} ms, p95 {Spread(runs, "p95_ms", "0.00")} ms, p99 {Spread(runs, "p99_ms", "0.00")} ms"));

    public static string Repair(string name, IReadOnlyList<ProgramRun> runs)
    {
        var last = runs[^1].Figures;
        return Line(name, "repair", runs, string.Create(CultureInfo.InvariantCulture,
            $"{last.GetProperty("refilled").GetInt32()} of {last.GetProperty("events").GetInt32()} refilled, p95 {Spread(runs, "p95_ms", "0.0")} ms, at most {last.GetProperty("max_disturbed").GetInt32()} disturbed, bound p95 {Spread(runs, "bound_p95_ms", "0.0")} ms"));
    }

    private static string Line(string name, string command, IReadOnlyList<ProgramRun> runs, string says) =>
        $"| {name} | {command} | {Spread(runs.Select(run => run.Seconds), "0.00")} | {Spread(runs.Select(run => run.ProcessorSeconds), "0.00")} | {Spread(runs.Select(run => run.PeakMegabytes), "0")} | {says} |";

    private static string Spread(IReadOnlyList<ProgramRun> runs, string figure, string format) => Spread(runs.Select(run => run.Figure(figure)), format);

    private static string Spread(IEnumerable<double> values, string format)
    {
        var texts = values.Order().Select(value => value.ToString(format, CultureInfo.InvariantCulture)).ToList();
        return texts[0] == texts[^1] ? texts[0] : $"{texts[texts.Count / 2]} ({texts[0]} to {texts[^1]})";
    }
}
