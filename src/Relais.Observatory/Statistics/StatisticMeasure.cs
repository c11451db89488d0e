using System.Runtime.CompilerServices;
using Relais.Kernel.Rules;
using Relais.Kernel.Statistics;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Statistics;

/// <summary>A statistic as its source gives it, commune by commune.</summary>
internal sealed class StatisticMeasure(StatisticColumn column, StatisticBook book, ICommunes communes, DatedRules rules, TimeProvider clock, Words t) : IPastMeasure
{
    /// <summary>Offices leave small communes out of rates: a territory is told of when the others hold half of its people.</summary>
    private const double LeastCovered = 0.5;

    public Indicator Indicator { get; } = column.Called(t) with { Group = t["Population et besoins"] };

    public MissingData? Missing => StatisticMissing.Of(t, column);

    /// <summary>Of the years of a projection, the first tells what to import.</summary>
    public async ValueTask<bool> IsOfferedAsync(CancellationToken cancellation) =>
        column.Year is null || column == StatisticColumns.Projections[0] || await book.HasAsync(column, cancellation);

    public string? Unchanged => column.Aggregation is Aggregation.Mean ? t["La moyenne d’un territoire est pondérée par les habitants d’aujourd’hui à tous les millésimes."].Value : null;

    public async IAsyncEnumerable<VintageReading> VintagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var statistic in book.VintagesAsync(column, cancellation))
        {
            yield return new VintageReading(statistic.Dataset.Vintage, await ReadAsync(statistic, cancellation));
        }
    }

    private async ValueTask<Reading> ReadAsync(CommuneStatistic statistic, CancellationToken cancellation)
    {
        var from = statistic.Dataset;
        var people = (await communes.PeopleAsync(PopulationCount.Reference, cancellation)).People;
        var counts = new Reading
        {
            Numerators = [.. statistic.Amounts.Select(amount => double.IsNaN(amount) ? 0 : amount)],
            Covered = [.. statistic.Amounts.Select(amount => !double.IsNaN(amount))],
            Over = "",
            Provenance = new Provenance(from.Source, from.Vintage, MethodOf(statistic), column.Year is null ? from.Quality : FigureQuality.Estimated, from.IsInvented),
        };
        return column.Aggregation switch
        {
            Aggregation.Sum => counts,
            Aggregation.Mean => counts with
            {
                Numerators = [.. counts.Numerators.Select((rate, rank) => rate * (people[rank] ?? 0))],
                Denominators = [.. people.Select(count => (double)(count ?? 0))],
                LeastCovered = LeastCovered,
                Over = t["habitants"],
            },
            _ => await ShareAsync(counts, statistic, cancellation),
        };
    }

    private async Task<Reading> ShareAsync(Reading counts, CommuneStatistic statistic, CancellationToken cancellation)
    {
        var least = await rules.GetAsync<int>(SmallNumbers.RuleKind, SmallNumbers.RuleKey, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        return counts with
        {
            Denominators = statistic.Over,
            Factor = 100,
            Least = least,
            LeastCounted = column.IsOfHealth ? least : 0,
            Told = column.IsOfHealth ? statistic.ToldTogether(await communes.GetAsync(cancellation), least) : null,
            Over = t["personnes comptées par la source"],
        };
    }

    private string MethodOf(CommuneStatistic statistic) => column.Aggregation switch
    {
        Aggregation.Sum => statistic.Scenario is { } scenario ? t["projection de la source, scénario « {0} »", scenario] : t["projection de la source, qui ne nomme pas son scénario"],
        Aggregation.Mean => t["donnée par la source ; moyenne d’un territoire pondérée par les habitants des communes renseignées, si elles en réunissent au moins la moitié"],
        _ => column.IsOfHealth ? t["personnes comptées, sur toutes celles que la source compte ; secret au-dessous de six personnes"] : t["personnes comptées, sur toutes celles que la source compte"],
    };
}
