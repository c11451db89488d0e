using Relais.Accessibility.Catchments;
using Relais.Accessibility.Means;

namespace Relais.Accessibility.Scenarios;

/// <summary>Figures of a territory at one moment.</summary>
/// <param name="Mean">Weighed by the standardised population; NaN where nobody lives.</param>
/// <param name="Tenths">Mean of each tenth of the total population, the least served first.</param>
/// <param name="PeopleUnder">Of the total population, those of communes under the threshold.</param>
public sealed record FigureSummary(double Mean, IReadOnlyList<double> Tenths, double PeopleUnder);

/// <summary>What a scenario changes, exactly.</summary>
/// <param name="Scenario">What would be done.</param>
/// <param name="Changes">The places that change, by rising rank.</param>
/// <param name="Before">The territory as it is.</param>
/// <param name="After">The territory once it is done.</param>
/// <param name="PeopleRising">Total population of the communes, anywhere, that were under the threshold and no longer are.</param>
/// <param name="PeopleFalling">Total population of the communes, anywhere, that were not under it and now are.</param>
/// <param name="SupplyAdded">ΔS: what practices would give more, all changes together.</param>
/// <param name="SupplyReceived">Σ p·ΔA over all communes: what people would get more. The two are equal, unless nobody would come to a place or the method is BFCA.</param>
/// <param name="ReceivedInside">The part of it that people of the territory get; the rest spills over.</param>
/// <param name="CostPerYear">Euros a year.</param>
public sealed record ScenarioReport(
    Scenario Scenario,
    IReadOnlyList<PlaceChange> Changes,
    FigureSummary Before,
    FigureSummary After,
    double PeopleRising,
    double PeopleFalling,
    double SupplyAdded,
    double SupplyReceived,
    double ReceivedInside,
    double CostPerYear)
{
    /// <summary>What people outside the territory get.</summary>
    public double SpillOver => SupplyReceived - ReceivedInside;

    /// <summary>Whether what is received is what was added, but for the last digits: the check that is shown on screen.</summary>
    public bool IsConserved => Math.Abs(SupplyReceived - SupplyAdded) <= 1e-12 * Math.Max(1, Math.Abs(SupplyAdded));

    /// <summary>Euros for each consultation more that somebody gets; nothing where there are none.</summary>
    public double? CostPerConsultation => SupplyReceived > 0 ? CostPerYear / SupplyReceived : null;

    /// <summary>Euros for each consultation more that people of the territory get; nothing where there are none.</summary>
    public double? CostPerConsultationInside => ReceivedInside > 0 ? CostPerYear / ReceivedInside : null;
}

/// <summary>The territory that scenarios are judged by.</summary>
/// <param name="Catchment">Whom each practice serves.</param>
/// <param name="Figures">As things are.</param>
/// <param name="Population">Total population of each place.</param>
/// <param name="Threshold">Figure under which a place is short of care.</param>
/// <param name="Territory">Ranks of its communes; none for the whole country.</param>
public sealed record ScenarioGround(
    Catchment Catchment, CatchmentFigures Figures, IReadOnlyList<double> Population, double Threshold, IReadOnlySet<int>? Territory = null)
{
    private readonly Lazy<FigureSummary> _before = new(() => SummaryOf(Figures.Values, Catchment, Population, Threshold, Territory));

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

        double[] after = [.. Figures.Values];
        var (demand, received, inside, rising, falling) = (Catchment.Demand.ToArray(), 0.0, 0.0, 0.0, 0.0);
        foreach (var (place, change) in changes)
        {
            var people = demand[place] * change;
            received += people;
            inside += Territory?.Contains(place) is not false ? people : 0;
            var wasUnder = after[place] < Threshold;
            after[place] += change;
            rising += wasUnder && after[place] >= Threshold ? Population[place] : 0;
            falling += !wasUnder && after[place] < Threshold ? Population[place] : 0;
        }

        return new ScenarioReport(
            scenario,
            [.. changes.Select(change => new PlaceChange(change.Key, change.Value))],
            _before.Value,
            SummaryOf(after, Catchment, Population, Threshold, Territory),
            rising,
            falling,
            scenario.Changes.Sum(change => change.Supply),
            received,
            inside,
            scenario.Changes.Sum(change => change.CostPerYear));
    }

    private static FigureSummary SummaryOf(IReadOnlyList<double> values, Catchment catchment, IReadOnlyList<double> population, double threshold, IReadOnlySet<int>? territory) => new(
        FigureMeans.Mean(values, catchment.Demand.ToArray(), territory),
        FigureMeans.OfTenths(values, population, territory),
        FigureMeans.PeopleUnder(threshold, values, population, territory));
}
