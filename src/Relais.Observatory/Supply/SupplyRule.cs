using Relais.Accessibility.Supply;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Supply;

/// <summary>How the work of a profession is counted on a day: general practitioners in acts, the others in full-time equivalents, a head for one.</summary>
/// <param name="Acts">The rules on acts; nothing for a profession that is counted in heads.</param>
/// <param name="Per">The inhabitants that the accessibility is said for.</param>
internal sealed record SupplyRule(SupplyRules? Acts, double Per)
{
    /// <summary>What a full-time practitioner offers in a year.</summary>
    public double FullTime => Acts?.ActsPerFullTime ?? 1;

    public static SupplyRule On(DateOnly day, CareProfession profession) =>
        profession is CareProfession.GeneralPractitioner ? new SupplyRule(SupplyRules.On(day), 1) : new SupplyRule(null, 100_000);

    /// <summary>What those of each commune offer in a year.</summary>
    public double[] Of(ProfessionSupply supply) => [.. supply.Practitioners.Select((heads, rank) => Of(heads, supply.Acts[rank]))];

    /// <summary>What some practitioners offer; acts that nobody counted are those of full-time ones.</summary>
    private double Of(double practitioners, double? acts) =>
        Acts is null ? practitioners
        : practitioners <= 0 ? 0
        : practitioners * Acts.Counted((acts ?? practitioners * Acts.ActsPerFullTime) / practitioners);
}
