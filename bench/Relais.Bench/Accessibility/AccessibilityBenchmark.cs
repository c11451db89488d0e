using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Scenarios;
using Relais.Accessibility.Siting;
using Relais.Bench.Planning;

namespace Relais.Bench.Accessibility;

/// <summary>The engine of the observatory: France cold, the catchment step beside that of scipy, an import, candidate sites.</summary>
internal sealed class AccessibilityBenchmark : IBenchmark
{
    private const int Runs = 5;
    private const int Repeats = 15;
    private const int PairsOfTheStep = 1_100_000;
    private const int Candidates = 1_000;
    private const int ChosenSites = 10;
    private const int PairsOfTheFile = 1_200_000;

    public string Name => "accessibility";

    public string Question => "how long do the accessibility of all of France, an import of travel times and a ranking of sites take?";

    public async Task RunAsync()
    {
        await FranceAsync();
        await StepAsync();
        await ImportAsync();
        Sites();
    }

    private static async Task FranceAsync()
    {
        var runs = new List<JsonElement>();
        for (var run = 0; run < Runs; run++)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Relais.Bench.dll"), ColdFrance.Name]) { RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            runs.Add(JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync()).RootElement);
            await process.WaitForExitAsync();
        }

        Console.WriteLine($"metropolitan France, a new process each time: {runs[0].GetProperty("communes")} communes, {runs[0].GetProperty("pairs")} pairs");
        foreach (var name in new[] { "pair", "weigh", "divide", "seconds", "with_reading", "peak_mb" })
        {
            Console.WriteLine($"  {name}: {Spread(runs.Select(run => run.GetProperty(name).GetDouble()))}");
        }
    }

    private static async Task StepAsync()
    {
        var country = new InventedCountry(PairsOfTheStep);
        var catchment = new Catchment(country.Times, ParameterSets.Default, country.Demand);
        var weights = catchment.OfPeople;
        var folder = Directory.CreateTempSubdirectory("relais-bench-").FullName;
        Write(folder, "start", weights.Start);
        Write(folder, "column", weights.Column);
        Write(folder, "weight", weights.Weight);
        Write(folder, "demand", country.Demand);
        Write(folder, "supply", country.Supply);

        var (ours, theirs, figures) = (new List<double>(), new List<double>(), Array.Empty<double>());
        for (var run = 0; run < Runs; run++)
        {
            var times = new List<double>();
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var began = TimeProvider.System.GetTimestamp();
                figures = Catchment.Step(weights, weights, country.Demand, country.Supply);
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }

            ours.Add(Median(times));
            theirs.Add(Median(await ScipyAsync(folder)));
        }

        var scipy = MemoryMarshal.Cast<byte, double>(await File.ReadAllBytesAsync(Path.Combine(folder, "scipy.bin"))).ToArray();
        Console.WriteLine(Line($"catchment step, {weights.PairCount} pairs that weigh, medians of {Repeats}: ours {Spread(ours)} ms, scipy {Spread(theirs)} ms, ratio {Median(ours) / Median(theirs):0.00}, difference at most {figures.Zip(scipy, (one, other) => Math.Abs(one - other)).Max():0.0e+0}"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task ImportAsync()
    {
        var folder = Directory.CreateTempSubdirectory("relais-bench-").FullName;
        new InventedCountry(PairsOfTheFile).Write(folder);
        var runs = new List<ProgramRun>();
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(await ProgramRun.OfAsync(
                "apl", "--communes", Path.Combine(folder, "communes.csv"), "--supply", Path.Combine(folder, "supply.csv"), "--times", Path.Combine(folder, "times.csv"), "--out", Path.Combine(folder, "apl.csv")));
        }

        Console.WriteLine(Line($"relais apl, {runs[0].Figure("pairs")} lines of times: load {Spread(runs.Select(run => run.Figure("load_seconds")))} s, compute {Spread(runs.Select(run => run.Figure("compute_seconds")))} s, whole process {Spread(runs.Select(run => run.Seconds))} s, memory {Spread(runs.Select(run => run.Figure("peak_mb")))} MB"));
        Directory.Delete(folder, recursive: true);
    }

    private static void Sites()
    {
        var country = new InventedCountry(PairsOfTheStep);
        var catchment = new Catchment(country.Times, ParameterSets.Default, country.Demand);
        var ground = new ScenarioGround(catchment, catchment.Divide(country.Supply), country.Demand, AplThreshold.Low.Value);
        int[] candidates = [.. Enumerable.Range(0, Candidates).Select(one => one * (InventedCountry.Places / Candidates))];
        var (ranking, choosing, trying) = (new List<double>(), new List<double>(), new List<double>());
        SiteChoice? choice = null;
        for (var run = 0; run < Runs; run++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var search = new SiteSearch(ground, country.Times, country.Supply, candidates, 5400);
            search.Rank(SiteCriterion.PeopleLifted);
            ranking.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            began = TimeProvider.System.GetTimestamp();
            choice = search.Choose(SiteCriterion.PeopleLifted, ChosenSites);
            choosing.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        foreach (var candidate in candidates.AsSpan(0, 200))
        {
            var began = TimeProvider.System.GetTimestamp();
            ground.Try(new Scenario("", [new SupplyChange(candidate, 5400)]));
            trying.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine(Line($"{Candidates} candidate sites: ranked in {Spread(ranking)} ms by three criteria; {ChosenSites} chosen in {Spread(choosing)} ms, {choice!.Value:0} people lifted, {100 * choice.Gap:0.0} % from the best at most"));
        Console.WriteLine(Line($"what-if with its report over the whole country, 200 sites: p95 {trying.Order().ElementAt(190):0.0} ms, median and extremes {Spread(trying)} ms"));
    }

    private static async Task<List<double>> ScipyAsync(string folder)
    {
        var script = Path.Combine(Repository.Root, "bench/Relais.Bench/Accessibility/scipy_csr.py");
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, folder, Line($"{Repeats}")]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => double.Parse(one, CultureInfo.InvariantCulture))];
    }

    private static void Write<T>(string folder, string name, T[] values)
        where T : struct => File.WriteAllBytes(Path.Combine(folder, name + ".bin"), MemoryMarshal.AsBytes<T>(values));

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static string Spread(IEnumerable<double> values) => values.Order().ToList() is var sorted
        ? Line($"{sorted[sorted.Count / 2]:0.###} ({sorted[0]:0.###} to {sorted[^1]:0.###})") : "";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
