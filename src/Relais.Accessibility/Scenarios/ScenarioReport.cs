using Relais.Accessibility.Catchments;

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
