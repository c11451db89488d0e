using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Observatory.Figures;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Statistics;

/// <summary>One column of one file, by <see cref="CommuneIndex"/>.</summary>
/// <param name="Scenario">How the source made it, where it says so.</param>
/// <param name="Amounts">NaN where the source gives none.</param>
/// <param name="Over">Of a share, all those of whom it is a part; 0 elsewhere.</param>
internal sealed record CommuneStatistic(Dataset Dataset, string? Scenario, double[] Amounts, double[] Over)
{
    private readonly ConcurrentDictionary<int, ToldTogether> _told = new();

    /// <summary>Which communes are told only together: no figure less another tells of fewer people than <paramref name="least"/>.</summary>
    public ToldTogether ToldTogether(CommuneTable table, int least) => _told.GetOrAdd(
        least, _ => Figures.ToldTogether.OfPeople(table, [.. Amounts.Select(amount => double.IsNaN(amount) ? 0 : amount)], least));
}

/// <summary>Reads statistics: for each column, of the latest vintage that has it. What was read is kept, since a dataset never changes.</summary>
internal sealed class StatisticBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, StatisticBook.Kept kept)
{
    private IReadOnlyList<DatasetStatistic>? _columns;

    public async ValueTask<bool> HasAsync(StatisticColumn column, CancellationToken cancellation) => (await InForceAsync(column, cancellation)).Count > 0;

    /// <returns>Nothing as long as no file with that column was taken in.</returns>
    public async ValueTask<CommuneStatistic?> FindAsync(StatisticColumn column, CancellationToken cancellation) => await VintagesAsync(column, cancellation).FirstOrDefaultAsync(cancellation);

    /// <summary>Those of each vintage that has the column, the newest first; each is read when it is asked for.</summary>
    public async IAsyncEnumerable<CommuneStatistic> VintagesAsync(StatisticColumn column, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        foreach (var (dataset, scenario) in await InForceAsync(column, cancellation))
        {
            var key = (dataset.Id, column.Name, table);
            yield return kept.Statistics.TryGetValue(key, out var statistic) ? statistic : kept.Statistics[key] = await ReadAsync(dataset, scenario, column, table, cancellation);
        }
    }

    /// <summary>The file that counts of each vintage, the newest first.</summary>
    private async ValueTask<IReadOnlyList<(Dataset Dataset, string? Scenario)>> InForceAsync(StatisticColumn column, CancellationToken cancellation)
    {
        _columns ??= await db.Set<DatasetStatistic>().AsNoTracking().ToListAsync(cancellation);
        var scenarios = _columns.Where(one => one.Statistic == column.Name).ToDictionary(one => one.DatasetId, one => one.Scenario);
        return
        [
            .. (await shelf.LiveAsync(DatasetKind.Statistics, cancellation)).Where(dataset => scenarios.ContainsKey(dataset.Id))
                .DistinctBy(dataset => dataset.Vintage, StringComparer.Ordinal).Select(dataset => (dataset, scenarios[dataset.Id])),
        ];
    }

    private async Task<CommuneStatistic> ReadAsync(Dataset dataset, string? scenario, StatisticColumn column, CommuneTable table, CancellationToken cancellation)
    {
        var statistic = new CommuneStatistic(dataset, scenario, new double[table.Count], new double[table.Count]);
        Array.Fill(statistic.Amounts, double.NaN);
        var lines = await db.Set<StatisticLine>().AsNoTracking().Where(line => line.DatasetId == dataset.Id && line.Statistic == column.Name).ToListAsync(cancellation);

        // Communes may have merged since the file was taken in: counts add up; of what does not, the mean stands for both.
        foreach (var merged in lines.GroupBy(line => table.Find(line.CommuneCode)?.Index.Value))
        {
            if (merged.Key is { } rank)
            {
                statistic.Amounts[rank] = column.Aggregation is Aggregation.Mean ? merged.Average(line => line.Amount) : merged.Sum(line => line.Amount);
                statistic.Over[rank] = merged.Sum(line => line.CountedOver ?? 0);
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
