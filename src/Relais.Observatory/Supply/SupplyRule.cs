using Relais.Kernel.Rules;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Supply;

/// <summary>How the work of a profession is counted: a dated rule.</summary>
/// <param name="IsInActs">In consultations and visits of a year; else in full-time equivalents.</param>
/// <param name="Least">The fewest acts that one practitioner counts for.</param>
/// <param name="Most">The most.</param>
/// <param name="FullTime">What a full-time practitioner counts for, in that unit.</param>
/// <param name="DaysAYear">Days that a full-time practitioner works in a year, by convention: what a day is worth.</param>
/// <param name="Per">The inhabitants that the accessibility is said for: 1, or 100 000.</param>
internal sealed record SupplyRule(bool IsInActs, double Least, double Most, double FullTime, double DaysAYear, double Per)
{
    /// <summary>What one gives in a day.</summary>
    public double PerDay => FullTime / DaysAYear;

    public static Task<SupplyRule> InForceAsync(DatedRules rules, CareProfession profession, DateOnly on, CancellationToken cancellation) =>
        rules.GetAsync<SupplyRule>("care-supply", ProfessionWords.CodeOf(profession), on, cancellation);

    /// <summary>What those of a commune offer in a year, by commune.</summary>
    public double[] Of(ProfessionSupply supply) => [.. supply.Practitioners.Select((heads, rank) => Of(heads, supply.Acts[rank]))];

    /// <summary>What some practitioners offer; acts that nobody counted are those of full-time ones.</summary>
    public double Of(double practitioners, double? acts) =>
        !IsInActs ? practitioners * FullTime
        : practitioners <= 0 ? 0
        : Math.Clamp(acts ?? practitioners * FullTime, practitioners * Least, practitioners * Most);
}
