using Relais.Kernel.Data;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Statistics;

/// <summary>The figures of a file, those of communes that merged since put together.</summary>
internal sealed class StatisticContent(CommuneTable communes) : IDatasetContent
{
    private readonly Dictionary<(StatisticColumn Column, CommuneIndex Commune), Sums> _sums = [];

    public long Lines { get; set; }

    public long Kept { get; private set; }

    public string? Scenario { get; set; }

    /// <param name="commune">Where.</param>
    /// <param name="figures">Of one line; none when all its cells are empty.</param>
    /// <param name="people">What a mean is weighed by where several lines are of one commune of today.</param>
    public void Add(CommuneIndex commune, IReadOnlyList<(StatisticColumn Column, double Amount, double? Over)> figures, double people)
    {
        Kept += figures.Count > 0 ? 1 : 0;
        foreach (var (column, amount, over) in figures)
        {
            var before = _sums.GetValueOrDefault((column, commune));
            var weight = column.Aggregation is Aggregation.Mean ? people : 1;
            _sums[(column, commune)] = new Sums(before.Amount + (weight * amount), before.Over + (over ?? 0), before.Weight + weight);
        }
    }

    public async Task WriteAsync(RelaisDb db, Guid dataset, CancellationToken cancellation)
    {
        await db.BulkInsertAsync(
            "dataset_statistic",
            ["dataset_id", "statistic", "scenario"],
            _sums.Keys.Select(key => key.Column).Distinct().Select(column => new object?[] { dataset, column.Name, Scenario }),
            cancellation);
        await db.BulkInsertAsync(
            "statistic_line",
            ["dataset_id", "statistic", "commune_code", "amount", "counted_over"],
            _sums.Select(line => new object?[] { dataset, line.Key.Column.Name, communes[line.Key.Commune].Code.Value, line.Value.Figure(line.Key.Column), line.Key.Column.Over is null ? null : line.Value.Over }),
            cancellation);
    }

    private readonly record struct Sums(double Amount, double Over, double Weight)
    {
        public double Figure(StatisticColumn column) => column.Aggregation is Aggregation.Mean ? Amount / Weight : Amount;
    }
}
