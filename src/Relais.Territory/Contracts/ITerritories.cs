using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>
/// The dated lists of communes. A question without a day is asked for today; a day before the first version known
/// gets that first version.
/// </summary>
public interface ITerritories
{
    Task<TerritorySummary?> FindAsync(TerritoryCode code, CancellationToken cancellation, DateOnly? on = null);

    /// <summary>Those of the codes that are known, in no order: two questions to the database however many they are.</summary>
    Task<IReadOnlyList<TerritorySummary>> FindAllAsync(IReadOnlyCollection<TerritoryCode> codes, CancellationToken cancellation, DateOnly? on = null);

    /// <summary>Regions first, then the nearest names; case, accents, hyphens and a wrong letter are forgiven.</summary>
    Task<IReadOnlyList<TerritorySummary>> SearchAsync(string name, int most, CancellationToken cancellation, TerritoryKind? kind = null);

    /// <summary>All the territories of a kind.</summary>
    Task<IReadOnlyList<TerritorySummary>> ListAsync(TerritoryKind kind, CancellationToken cancellation, DateOnly? on = null);

    /// <summary>The territories that the commune is part of, from the widest.</summary>
    Task<IReadOnlyList<TerritorySummary>> AroundAsync(CommuneCode commune, CancellationToken cancellation, DateOnly? on = null);

    Task<bool> ContainsAsync(TerritoryCode code, CommuneCode commune, CancellationToken cancellation, DateOnly? on = null);

    /// <summary>The communes of any of the territories, each once, in the order of their codes.</summary>
    Task<IReadOnlyList<CommuneCode>> CommunesOfAsync(IReadOnlyCollection<TerritoryCode> codes, CancellationToken cancellation, DateOnly? on = null);

    /// <returns>Nothing when one of the codes is unknown.</returns>
    Task<PopulationFigure?> PopulationAsync(
        IReadOnlyCollection<TerritoryCode> codes, PopulationCount count, CancellationToken cancellation, DateOnly? on = null);

    /// <summary>Adds a network or another list of communes, in force from that day; an earlier version of the same code ends there.</summary>
    /// <exception cref="ArgumentException">The kind is drawn by law, or a commune does not exist.</exception>
    Task DrawAsync(NewTerritory territory, CancellationToken cancellation);
}

public sealed record NewTerritory(
    TerritoryCode Code, TerritoryKind Kind, string Name, IReadOnlyCollection<CommuneCode> Communes, DateOnly ValidFrom, string Source);
