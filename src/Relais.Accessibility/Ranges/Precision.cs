using System.Reflection;
using System.Text.Json;

namespace Relais.Accessibility.Ranges;

/// <summary>How far off points and times are, as it was measured.</summary>
/// <param name="PointMedianKilometres">Half of the approximate points are nearer to the true one.</param>
/// <param name="TimeMeanMinutes">Mean of the absolute error of a modelled time.</param>
/// <param name="Source">How it was measured.</param>
public sealed record Precision(double PointMedianKilometres, double TimeMeanMinutes, string Source)
{
    /// <summary>Of the embedded points and model.</summary>
    public static Precision Embedded { get; } = Read();

    /// <summary>
    /// Of one coordinate of a point, in kilometres: errors are taken as normal in the plane, whose median distance is σ·√(2 ln 2). Nine in
    /// ten are then within 11.5 km; 11.6 was measured.
    /// </summary>
    internal double PointDeviation => PointMedianKilometres / Math.Sqrt(2 * Math.Log(2));

    /// <summary>Of a time, in minutes: errors are taken as normal, whose mean absolute value is σ·√(2/π).</summary>
    internal double TimeDeviation => TimeMeanMinutes * Math.Sqrt(Math.PI / 2);

    private static Precision Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("precision.json")!;
        return JsonSerializer.Deserialize<Precision>(file, JsonSerializerOptions.Web)!;
    }
}
