using System.Globalization;
using Relais.Accessibility;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;
using Relais.Territory.Reference;

namespace Relais.Bench.Accessibility;

/// <summary>Metropolitan France from the embedded data, once, in a process that has done nothing before: the pairs, their weights and the figures.</summary>
internal static class ColdFrance
{
    public const string Name = "accessibility-once";

    public static void Run()
    {
        var began = TimeProvider.System.GetTimestamp();
        var france = France.Read();
        var read = TimeProvider.System.GetElapsedTime(began);
        var points = CoordinateMatching.Match(france);
        var communes = france.Communes.Where(commune => commune.Department.Length is 2).ToList();
        var places = communes.Select(commune => points.TryGetValue(commune.Code, out var found) ? found.Point : (Place?)null).ToList();
        var demand = communes.Select(commune => (double)(commune.Population ?? 0)).ToArray();
        var loaded = TimeProvider.System.GetElapsedTime(began);
        var times = EstimatedTimes.Below(ParameterSets.Default.Decay.Limit, TravelModel.Lowland, places);
        var paired = TimeProvider.System.GetElapsedTime(began);
        var catchment = new Catchment(times, ParameterSets.Default, demand);
        var weighed = TimeProvider.System.GetElapsedTime(began);
        var figures = catchment.Divide(InventedSupply(demand));
        var done = TimeProvider.System.GetElapsedTime(began);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"communes":{{communes.Count}},"pairs":{{times.PairCount}},"mean":{{figures.Values.Zip(demand, (value, people) => value * people).Sum() / demand.Sum():0.000000}},"read":{{read.TotalSeconds:0.000}},"match":{{(loaded - read).TotalSeconds:0.000}},"pair":{{(paired - loaded).TotalSeconds:0.000}},"weigh":{{(weighed - paired).TotalSeconds:0.000}},"divide":{{(done - weighed).TotalSeconds:0.000}},"seconds":{{(done - loaded).TotalSeconds:0.000}},"with_reading":{{done.TotalSeconds:0.000}},"peak_mb":{{PeakMegabytes():0.0}}}"""));
    }

    private static double[] InventedSupply(double[] demand) => [.. demand.Select(people => people < 500 ? 0 : Math.Round(people / 1100) * 5400)];

    private static double PeakMegabytes() =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
}
