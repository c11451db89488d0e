using System.Globalization;

namespace Relais.Bench;

internal static class Figures
{
    /// <summary>The median and the extremes of several runs.</summary>
    public static string Spread(IReadOnlyCollection<double> values, string unit)
    {
        var sorted = values.Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2]:0} {unit} (of {sorted.Count} runs: {sorted[0]:0} to {sorted[^1]:0})");
    }

    /// <summary>The median, the value under which 95 of 100 runs stay, and the extremes.</summary>
    public static string Times(IReadOnlyCollection<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {Milliseconds(sorted[sorted.Count / 2])}, p95 {Milliseconds(sorted[(int)(sorted.Count * 0.95)])} (of {sorted.Count} runs: {Milliseconds(sorted[0])} to {Milliseconds(sorted[^1])})");
    }

    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0} MB");
}
