namespace Relais.Territory.Contracts;

/// <summary>The inhabitants of a set of territories, each commune counted once.</summary>
/// <param name="Territories">What was asked for.</param>
/// <param name="Communes">How many communes the set holds.</param>
/// <param name="Uncounted">The communes of the set that this way of counting leaves out (islands in no EPCI).</param>
/// <param name="People">The sum over the counted communes.</param>
/// <param name="Region">The region that holds the whole set, counted the same way; none when there are several.</param>
public sealed record PopulationFigure(
    IReadOnlyList<TerritoryPopulation> Territories,
    int Communes,
    IReadOnlyList<Commune> Uncounted,
    long People,
    PopulationCount Count,
    DataSource Source,
    TerritoryPopulation? Region)
{
    /// <summary>The part of the region that the set makes, between 0 and 1, counted the same way.</summary>
    public double? ShareOfRegion => Region is { People: > 0 } region ? (double)People / region.People : null;
}

/// <param name="People">The sum over the counted communes of the territory.</param>
public sealed record TerritoryPopulation(TerritorySummary Territory, long People);
