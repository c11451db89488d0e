namespace Relais.Accessibility.Scenarios;

/// <summary>What somebody would do at one place.</summary>
/// <param name="Place">Rank of the place.</param>
/// <param name="Supply">In the unit of the supply, a year; negative for a departure.</param>
/// <param name="CostPerYear">Euros a year; 0 where nobody says.</param>
public readonly record struct SupplyChange(int Place, double Supply, double CostPerYear = 0)
{
    private const int MonthsOfAYear = 12;

    /// <summary>A new site or new practitioners, in full-time equivalents.</summary>
    /// <param name="supplyPerFullTime">What one gives a year, by the rule in force.</param>
    public static SupplyChange Practitioners(int place, double fullTimes, double supplyPerFullTime, double costPerYear = 0) => new(place, fullTimes * supplyPerFullTime, costPerYear);

    /// <summary>A practice that closes, with the acts that it counted for.</summary>
    public static SupplyChange Departure(int place, double acts) => new(place, -acts);

    /// <summary>Volunteers who come some days a month, paid by the day.</summary>
    /// <param name="supplyPerDay">What one gives in a day.</param>
    public static SupplyChange AdvancedConsultations(int place, double volunteers, double daysPerMonth, double supplyPerDay, double costPerDay = 0) =>
        new(place, volunteers * daysPerMonth * MonthsOfAYear * supplyPerDay, volunteers * daysPerMonth * MonthsOfAYear * costPerDay);
}

/// <summary>Several changes made together. Effects add up whatever their order, so scenarios can be compared and undone.</summary>
public sealed record Scenario(string Name, IReadOnlyList<SupplyChange> Changes);
