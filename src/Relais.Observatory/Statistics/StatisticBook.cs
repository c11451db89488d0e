using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Statistics;

/// <summary>One column of one file, by <see cref="CommuneIndex"/>.</summary>
/// <param name="Scenario">How the source made it, where it says so.</param>
/// <param name="Amounts">NaN where the source gives none.</param>
/// <param name="Over">Of a share, all those of whom it is a part; 0 elsewhere.</param>
internal sealed record CommuneStatistic(Dataset Dataset, string? Scenario, double[] Amounts, double[] Over);

/// <summary>Reads statistics: for each column, of the latest vintage that has it. What was read is kept, since a dataset never changes.</summary>
internal sealed class StatisticBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, StatisticBook.Kept kept)
{
    private IReadOnlyList<DatasetStatistic>? _columns;

    public async ValueTask<bool> HasAsync(StatisticColumn column, CancellationToken cancellation) => await InForceAsync(column, cancellation) is not null;

    /// <returns>Nothing as long as no file with that column was taken in.</returns>
    public async ValueTask<CommuneStatistic?> FindAsync(StatisticColumn column, CancellationToken cancellation)
    {
        if (await InForceAsync(column, cancellation) is not var (dataset, scenario))
        {
            return null;
        }

        var table = await communes.GetAsync(cancellation);
        var key = (dataset.Id, column.Name, table);
        if (!kept.Statistics.TryGetValue(key, out var statistic))
        {
            kept.Statistics[key] = statistic = await ReadAsync(dataset, scenario, column, table, cancellation);
        }

        return statistic;
    }

    private async ValueTask<(Dataset Dataset, string? Scenario)?> InForceAsync(StatisticColumn column, CancellationToken cancellation)
    {
        _columns ??= await db.Set<DatasetStatistic>().AsNoTracking().ToListAsync(cancellation);
        foreach (var dataset in await shelf.LiveAsync(DatasetKind.Statistics, cancellation))
        {
            if (_columns.FirstOrDefault(one => one.DatasetId == dataset.Id && one.Statistic == column.Name) is { } found)
            {
                return (dataset, found.Scenario);
            }
        }

        return null;
    }

    private async Task<CommuneStatistic> ReadAsync(Dataset dataset, string? scenario, StatisticColumn column, CommuneTable table, CancellationToken cancellation)
    {
        var statistic = new CommuneStatistic(dataset, scenario, new double[table.Count], new double[table.Count]);
        Array.Fill(statistic.Amounts, double.NaN);
        foreach (var line in await db.Set<StatisticLine>().AsNoTracking().Where(line => line.DatasetId == dataset.Id && line.Statistic == column.Name).ToListAsync(cancellation))
        {
            if (table.Find(line.CommuneCode)?.Index.Value is { } rank)
            {
                (statistic.Amounts[rank], statistic.Over[rank]) = (line.Amount, line.CountedOver ?? 0);
            }
        }

        return statistic;
    }

    /// <summary>What was read, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(Guid Dataset, string Statistic, CommuneTable Communes), CommuneStatistic> Statistics { get; } = new();
    }
}
