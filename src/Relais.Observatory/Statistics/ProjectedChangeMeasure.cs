using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Observatory.Contracts;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Statistics;

/// <summary>By how much the source of a projection expects the inhabitants of today to grow in number, or to fall.</summary>
internal sealed class ProjectedChangeMeasure(int year, StatisticBook book, ICommunes communes, Words t) : IMeasure
{
    private readonly StatisticColumn _column = StatisticColumns.Projections.Single(column => column.Year == year);

    public Indicator Indicator { get; } = new(
        $"evolution-{year.ToString(CultureInfo.InvariantCulture)}", t["Évolution de la population d’ici {0}", year], "%", 1, t["Y aura-t-il plus ou moins d’habitants en {0} ?", year])
    {
        Alarm = Alarm.None,
        Group = t["Population et besoins"],
    };

    public MissingData? Missing => StatisticMissing.Of(t, _column);

    public async ValueTask<bool> IsOfferedAsync(CancellationToken cancellation) => await book.HasAsync(_column, cancellation);

    public async ValueTask<Reading?> ReadAsync(CancellationToken cancellation)
    {
        if (await book.FindAsync(_column, cancellation) is not { Dataset: var from } projected)
        {
            return null;
        }

        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        double[] today = [.. people.People.Select(count => (double)(count ?? 0))];
        var projection = new Provenance(from.Source, from.Vintage, "", FigureQuality.Estimated, from.IsInvented);
        return new Reading
        {
            Numerators = [.. projected.Amounts.Select((then, rank) => double.IsNaN(then) ? 0 : then - today[rank])],
            Denominators = today,
            Factor = 100,
            Covered = [.. projected.Amounts.Select(then => !double.IsNaN(then))],
            Over = t["habitants, {0}", people.Source.Vintage],
            Provenance = projection.With(people.Of(t), projected.Scenario is { } scenario
                ? t["de la population de référence à celle de la projection, scénario « {0} »", scenario]
                : t["de la population de référence à celle de la projection, dont la source ne nomme pas le scénario"]),
        };
    }
}
