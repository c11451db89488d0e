using System.Reflection;
using System.Text.Json;

namespace Relais.Accessibility.Parameters;

/// <summary>A figure under which a place is short of care.</summary>
/// <param name="Value">Consultations a year and inhabitant; a place of exactly this value is not under it.</param>
/// <param name="From">The day since which it is in use.</param>
/// <param name="Source">Where it is written.</param>
public sealed record AplThreshold(double Value, DateOnly From, string Source)
{
    /// <summary>The threshold of under-served communes.</summary>
    public static AplThreshold Low { get; } = Read();

    private static AplThreshold Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("threshold.json")!;
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        return new AplThreshold(
            root.GetProperty("below").GetDouble(),
            DateOnly.ParseExact(root.GetProperty("from").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            root.GetProperty("source").GetString()!);
    }
}
