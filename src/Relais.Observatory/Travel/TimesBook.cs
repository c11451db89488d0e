using System.Collections.Concurrent;
using Relais.Accessibility;
using Relais.Accessibility.Files;
using Relais.Accessibility.Times;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Travel;

/// <summary>The travel times in force: those that were imported, and estimated ones for the pairs that they lack.</summary>
internal sealed class TimesBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, TimesBook.Kept kept)
{
    /// <param name="below">Minutes that no pair reaches, as the limit of a method says.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<SparseTimes> FindAsync(double below, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var dataset = await shelf.InForceAsync(DatasetKind.TravelTimes, cancellation);
        var key = (table, below, dataset?.Id ?? Guid.Empty);
        if (!kept.Times.TryGetValue(key, out var times))
        {
            // Two first requests may both make them: a shared task would fail for both when one is given up.
            times = kept.Times[key] = await MakeAsync(table, below, dataset, cancellation);
        }

        return times;
    }

    private async Task<SparseTimes> MakeAsync(CommuneTable table, double below, Dataset? dataset, CancellationToken cancellation)
    {
        var estimated = EstimatedTimes.Below(below, TravelModel.Lowland, [.. table.All.Select(commune => commune.Point)], table.Lands);
        if (dataset is null)
        {
            return estimated;
        }

        await using var content = await DatasetContent.OpenAsync(db, dataset.Id, cancellation);
        var (given, _) = LongTimesFile.Read(content, TimesShape.CodesOf(table), dataset.Source, dataset.Vintage, _ => { });
        return CompletedTimes.Of(given, estimated);
    }

    /// <summary>What was made, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(CommuneTable Table, double Below, Guid Dataset), SparseTimes> Times { get; } = new();
    }
}
