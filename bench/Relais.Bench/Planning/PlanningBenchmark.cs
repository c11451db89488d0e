using System.Globalization;

namespace Relais.Bench.Planning;

/// <summary>
/// The commands as they are typed, each in a process of its own, on invented instances of seed 1 or on folders that are given:
/// <c>planning [SIZE or FOLDER…] [runs=N] [keep=FOLDER]</c>. Seconds are those of the whole command; what it writes is kept where that
/// is asked, for those who want to check it.
/// </summary>
internal sealed class PlanningBenchmark(IReadOnlyList<string> asked) : IBenchmark
{
    private const string Runs = "runs=";
    private const string Keep = "keep=";
    private const int Seed = 1;
    private const int Withdrawals = 300;
    private const int Limit = 60;

    public string Name => "planning";

    public string Question => "how long do plan, rank and repair take, and how far from the best is the plan?";

    /// <summary>What may follow the name, beside folders.</summary>
    public static IEnumerable<string> Sizes => Preset.All.Select(preset => preset.Name).Concat(["runs=N", "keep=FOLDER"]);

    public static bool Knows(string argument) =>
        argument.StartsWith(Runs, StringComparison.Ordinal) || argument.StartsWith(Keep, StringComparison.Ordinal) || Sizes.Contains(argument) || File.Exists(Path.Combine(argument, "meta.json"));

    public async Task RunAsync()
    {
        var runs = int.Parse(Setting(Runs) ?? "5", CultureInfo.InvariantCulture);
        var names = asked.Where(one => !one.Contains('=', StringComparison.Ordinal)).ToList();
        var scratch = Setting(Keep) is { } kept ? Directory.CreateDirectory(kept) : Directory.CreateTempSubdirectory("relais-bench-");
        var curves = new List<string>();
        Console.WriteLine(MeasuredTable.Head);
        foreach (var name in names.Count is 0 ? Preset.All.Select(preset => preset.Name) : names)
        {
            var preset = Preset.All.SingleOrDefault(preset => preset.Name == name);
            var folder = Path.Combine(scratch.FullName, preset?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(name)));
            Directory.CreateDirectory(folder);
            preset?.Write(folder, Seed);
            curves.Add(await MeasureAsync(preset is null ? name : folder, folder, preset?.Limit ?? Limit, runs));
        }

        curves.ForEach(Console.WriteLine);

        if (Setting(Keep) is null)
        {
            scratch.Delete(recursive: true);
        }
    }

    private string? Setting(string name) => asked.LastOrDefault(one => one.StartsWith(name, StringComparison.Ordinal))?[name.Length..];

    private static async Task<string> MeasureAsync(string folder, string output, int limit, int runs)
    {
        var name = Path.GetFileName(output);
        var (plan, events) = (Path.Combine(output, "plan.csv"), Path.Combine(output, "events.csv"));
        var plans = await TimesAsync(runs, "plan", folder, "--out", plan, "--prices", Path.Combine(output, "prices.csv"), "--cuts", Path.Combine(output, "cuts.csv"), "--time-limit", $"{limit}");
        Console.WriteLine(MeasuredTable.Plan(name, plans));
        if (!IsWaves(folder))
        {
            Console.WriteLine(MeasuredTable.Rank(name, await TimesAsync(runs, "rank", folder, "--all", "--top", "50")));
            CsvFile.Write(events, "event,volunteer,shift", Drawn(plan));
            Console.WriteLine(MeasuredTable.Repair(name, await TimesAsync(runs, "repair", folder, "--plan", plan, "--events", events, "--out", Path.Combine(output, "answers.csv"))));
        }

        return AnytimeCurve.Of(name, plans);
    }

    private static async Task<IReadOnlyList<ProgramRun>> TimesAsync(int runs, params string[] arguments)
    {
        var done = new List<ProgramRun>();
        for (var run = 0; run < runs; run++)
        {
            done.Add(await ProgramRun.OfAsync(arguments));
        }

        return done;
    }

    private static bool IsWaves(string folder) => File.Exists(Path.Combine(folder, "cells.csv"));

    private static List<string> Drawn(string plan)
    {
        var (lines, draws) = (File.ReadAllLines(plan)[1..], new Draws(Seed));
        return [.. Enumerable.Range(0, lines.Length is 0 ? 0 : Withdrawals).Select(number => string.Create(CultureInfo.InvariantCulture, $"{number},{draws.One(lines)}"))];
    }
}
