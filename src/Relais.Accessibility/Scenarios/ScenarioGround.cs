using Relais.Accessibility.Catchments;
using Relais.Accessibility.Means;

namespace Relais.Accessibility.Scenarios;

/// <summary>A country as it is and the territory that scenarios are judged by. What does not change from one scenario to the next is computed once.</summary>
public sealed class ScenarioGround
{
    private readonly double[] _values;
    private readonly double[] _population;
    private readonly double[] _demand;
    private readonly int[] _rising;
    private readonly double _inhabitants;
    private readonly double _demandInside;

    /// <param name="catchment">Whom each practice serves.</param>
    /// <param name="figures">As things are.</param>
    /// <param name="population">Total population of each place.</param>
    /// <param name="threshold">Figure under which a place is short of care.</param>
    /// <param name="territory">Ranks of its communes; none for the whole country.</param>
    /// <exception cref="ArgumentException">Figures or population are not of the places of the catchment.</exception>
    public ScenarioGround(Catchment catchment, CatchmentFigures figures, IReadOnlyList<double> population, double threshold, IReadOnlySet<int>? territory = null)
    {
        ArgumentNullException.ThrowIfNull(catchment);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(population);
        if (figures.Values.Count != catchment.Count || population.Count != catchment.Count)
        {
            throw new ArgumentException("One figure and one population per place are needed.", nameof(population));
        }

        (Catchment, Figures, Threshold, Territory) = (catchment, figures, threshold, territory);
        (_values, _population, _demand) = ([.. figures.Values], [.. population], catchment.Demand.ToArray());
        _rising = FigureMeans.Rising(_values, _population, territory);
        _inhabitants = _rising.Sum(place => _population[place]);
        _demandInside = territory is null ? _demand.Sum() : territory.Sum(place => _demand[place]);
        Before = new FigureSummary(
            FigureMeans.Mean(_values, _demand, territory),
            FigureMeans.OfTenths(_rising.Select(place => (_values[place], _population[place])), _inhabitants),
            FigureMeans.PeopleUnder(threshold, _values, _population, territory));
    }

    public Catchment Catchment { get; }

    public CatchmentFigures Figures { get; }

    /// <summary>Total population of each place.</summary>
    public IReadOnlyList<double> Population => _population;

    public double Threshold { get; }

    public IReadOnlySet<int>? Territory { get; }

    /// <summary>The territory as it is.</summary>
    public FigureSummary Before { get; }

    /// <summary>Computes what a scenario changes: only the catchments of its places are looked at.</summary>
    public ScenarioReport Try(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var changes = new SortedDictionary<int, double>();
        foreach (var one in scenario.Changes)
        {
            foreach (var (place, change) in Catchment.Add(one.Place, one.Supply))
            {
                changes[place] = changes.GetValueOrDefault(place) + change;
            }
        }

        var (received, inside, rising, falling, under) = (0.0, 0.0, 0.0, 0.0, Before.PeopleUnder);
        foreach (var (place, change) in changes)
        {
            var isInside = Territory?.Contains(place) is not false;
            received += _demand[place] * change;
            inside += isInside ? _demand[place] * change : 0;
            var (wasUnder, isUnder) = (_values[place] < Threshold, _values[place] + change < Threshold);
            rising += wasUnder && !isUnder ? _population[place] : 0;
            falling += isUnder && !wasUnder ? _population[place] : 0;
            under += isInside && wasUnder != isUnder ? (isUnder ? _population[place] : -_population[place]) : 0;
        }

        return new ScenarioReport(
            scenario,
            [.. changes.Select(change => new PlaceChange(change.Key, change.Value))],
            Before,
            new FigureSummary(Before.Mean + (inside / _demandInside), FigureMeans.OfTenths(RisingAfter(changes), _inhabitants), under),
            rising,
            falling,
            scenario.Changes.Sum(change => change.Supply),
            received,
            inside,
            scenario.Changes.Sum(change => change.CostPerYear));
    }

    /// <summary>The places of the territory by rising figure once it has changed: those that do not change keep their order, so nothing is sorted but the others.</summary>
    private IEnumerable<(double Figure, double People)> RisingAfter(SortedDictionary<int, double> changes)
    {
        var changed = changes
            .Where(change => _population[change.Key] > 0 && Territory?.Contains(change.Key) is not false)
            .Select(change => (Figure: _values[change.Key] + change.Value, People: _population[change.Key])).Order().ToList();
        var (isChanged, next) = (changes.Keys.ToHashSet(), 0);
        foreach (var place in _rising)
        {
            if (isChanged.Contains(place))
            {
                continue;
            }

            for (; next < changed.Count && changed[next].Figure <= _values[place]; next++)
            {
                yield return changed[next];
            }

            yield return (_values[place], _population[place]);
        }

        for (; next < changed.Count; next++)
        {
            yield return changed[next];
        }
    }
}
