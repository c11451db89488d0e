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

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0} MB");
}
