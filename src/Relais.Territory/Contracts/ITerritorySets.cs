using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>Finds the communes of a set, and the shortest way to say a set.</summary>
public interface ITerritorySets
{
    /// <returns>Nothing when a territory or a commune of it does not exist.</returns>
    Task<ReadTerritorySet?> ReadAsync(TerritorySet set, CancellationToken cancellation);

    /// <summary>
    /// The shortest set that holds exactly these communes: regions and departments that are whole, EPCI with a few communes less, the
    /// other communes one by one. The same communes always get the same.
    /// </summary>
    Task<TerritorySet> ShortestAsync(IReadOnlyCollection<CommuneCode> members, CancellationToken cancellation);
}

/// <param name="Set">What was asked for; codes from before a merger are those of today.</param>
/// <param name="Territories">In the order of <see cref="TerritorySet.Territories"/>, each as of its day.</param>
/// <param name="Communes">All that belong to the set, each once, in the order of their codes.</param>
public sealed record ReadTerritorySet(TerritorySet Set, IReadOnlyList<TerritorySummary> Territories, IReadOnlyList<Commune> Communes);
