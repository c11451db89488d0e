using System.Collections.Concurrent;
using Relais.Accessibility;
using Relais.Accessibility.Files;
using Relais.Accessibility.Times;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Travel;

/// <summary>
/// The travel times in force: those that were imported; for the pairs that they lack, those along imported times between neighbours;
/// for the others, estimated ones.
/// </summary>
internal sealed class TimesBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, WaterBook waters, TimesBook.Kept kept)
{
    /// <param name="below">Minutes that no pair reaches, as the limit of a method says.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<SparseTimes> FindAsync(double below, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var given = await shelf.InForceAsync(DatasetKind.TravelTimes, cancellation);
        var edges = await shelf.InForceAsync(DatasetKind.NeighbourTimes, cancellation);
        var water = await waters.FindAsync(cancellation);
        var key = new Key(table, below, given?.Id, edges?.Id, water.Version);
        if (!kept.Times.TryGetValue(key, out var times))
        {
            times = EstimatedTimes.Below(below, TravelModel.Lowland, [.. table.All.Select(commune => commune.Point)], table.Lands, water.Links);
            times = edges is null ? times : CompletedTimes.Of(NeighbourTimes.Below(below, await ReadAsync(edges, table, cancellation)), times);
            times = given is null ? times : CompletedTimes.Of(await ReadAsync(given, table, cancellation), times);

            // Two first requests may both make them: a shared task would fail for both when one is given up.
            kept.Times[key] = times;
        }

        return times;
    }

    private async Task<SparseTimes> ReadAsync(Dataset dataset, CommuneTable table, CancellationToken cancellation)
    {
        await using var content = await DatasetContent.OpenAsync(db, dataset.Id, cancellation);
        return LongTimesFile.Read(content, TimesShape.CodesOf(table), dataset.Source, dataset.Vintage, _ => { }, TimesFile.PeakColumn).Times;
    }

    /// <summary>All that the times are made of.</summary>
    internal sealed record Key(CommuneTable Table, double Below, Guid? Given, Guid? Edges, string Water);

    /// <summary>What was made, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<Key, SparseTimes> Times { get; } = new();
    }
}
