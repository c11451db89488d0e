using System.Collections.Concurrent;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Scenarios;
using Relais.Accessibility.Times;
using Relais.Observatory.Professions;
using Relais.Observatory.Published;
using Relais.Observatory.Supply;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Accessibility;

/// <summary>The accessibility of one profession, with all that it was computed from. Arrays are by <see cref="CommuneIndex"/>.</summary>
/// <param name="Offered">What those of each commune offer in a year, in the unit of the rule.</param>
/// <param name="Figures">Of that unit per head of demand.</param>
/// <param name="Known">Whether all the practices within reach are in the file.</param>
internal sealed record ProfessionAccess(
    CareProfession Profession, ProfessionSupply Supply, SupplyRule Rule, Demand Demand, SparseTimes Times, Catchment Catchment, double[] Offered, CatchmentFigures Figures, bool[] Known)
{
    private readonly Lazy<ScenarioGround> _nation = new(() => new ScenarioGround(Catchment, Figures, Demand.Total, AplThreshold.Low.Value / Rule.Per));

    private readonly ConcurrentDictionary<Guid, ProfessionAccess> _past = [];

    /// <summary>The whole country, ready to try scenarios on.</summary>
    public ScenarioGround Nation => _nation.Value;

    /// <summary>Divides the supply among the people within reach.</summary>
    public static ProfessionAccess Of(CareProfession profession, ProfessionSupply supply, SupplyRule rule, Demand demand, SparseTimes times, Catchment catchment)
    {
        var offered = rule.Of(supply);
        return new ProfessionAccess(profession, supply, rule, demand, times, catchment, offered, catchment.Divide(offered), KnownWith(supply.Covered, times));
    }

    /// <summary>The same people, travel times and parameters with the supply of another vintage; worked out once.</summary>
    public ProfessionAccess At(ProfessionSupply supply) => _past.GetOrAdd(supply.Dataset.Id, _ => Of(Profession, supply, Rule, Demand, Times, Catchment));

    /// <summary>A figure is known where every practice within reach is in the file: else what lies outside would be missing.</summary>
    private static bool[] KnownWith(bool[] covered, SparseTimes times)
    {
        var known = new bool[covered.Length];
        for (var rank = 0; rank < known.Length; rank++)
        {
            known[rank] = covered[rank];
            foreach (var practice in times.PracticesFrom(rank))
            {
                known[rank] &= covered[practice];
            }
        }

        return known;
    }
}

/// <param name="Key">The dataset of the standardised population; empty without.</param>
/// <param name="People">Those whom the supply is divided among.</param>
/// <param name="Total">All inhabitants: what is counted under a threshold.</param>
/// <param name="Count">Where the inhabitants come from.</param>
/// <param name="Standardised">Where the standardised population comes from; nothing when everybody counts for one.</param>
internal sealed record Demand(Guid Key, double[] People, double[] Total, CommunePeople Count, PublishedYear? Standardised);
