using Relais.Accessibility.Supply;

namespace Relais.Accessibility.Scenarios;

/// <summary>What somebody would do at one place.</summary>
/// <param name="Place">Rank of the place.</param>
/// <param name="Supply">In the unit of the supply, a year; negative for a departure.</param>
/// <param name="CostPerYear">Euros a year; 0 where nobody says.</param>
public readonly record struct SupplyChange(int Place, double Supply, double CostPerYear = 0)
{
    /// <summary>A new site or new practitioners, in full-time equivalents.</summary>
    public static SupplyChange Practitioners(int place, double fullTimes, SupplyRules rules, double costPerYear = 0) => new(place, rules.ActsOf(fullTimes), costPerYear);

    /// <summary>A practice that closes, with the acts that it counted for.</summary>
    public static SupplyChange Departure(int place, double acts) => new(place, -acts);

    /// <summary>Volunteers who come some days a month, paid by the day.</summary>
    public static SupplyChange AdvancedConsultations(int place, double volunteers, double daysPerMonth, SupplyRules rules, double costPerDay = 0) =>
        new(place, rules.ActsOfVolunteers(volunteers, daysPerMonth), volunteers * daysPerMonth * 12 * costPerDay);
}

/// <summary>Several changes made together. Effects add up whatever their order, so scenarios can be compared and undone.</summary>
public sealed record Scenario(string Name, IReadOnlyList<SupplyChange> Changes);
