using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Evolution;

/// <summary>Reads indicators over their vintages.</summary>
internal static class TrajectoryBook
{
    /// <summary>So many are drawn and listed at most: the newest.</summary>
    public const int MostVintages = 12;

    /// <summary>Enough to say where a figure goes, without reading all that was ever taken in.</summary>
    public const int ForTrend = 2;

    /// <param name="most">How many vintages are read at most, the newest first.</param>
    /// <returns>Nothing as long as what the measure rests on was not imported.</returns>
    public static async ValueTask<Trajectory?> TrajectoryAsync(this IPastMeasure measure, IReadOnlyList<CommuneIndex> communes, int most, CancellationToken cancellation) =>
        await measure.VintagesAsync(cancellation).Take(most).ToListAsync(cancellation) is { Count: > 0 } vintages ? Trajectory.Of(measure, vintages, communes) : null;
}
