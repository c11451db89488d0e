using Relais.Kernel.Identifiers;

namespace Relais.Territory.Contracts;

/// <summary>A territory as it stands on a day.</summary>
/// <param name="ValidFrom">First day of this version of the list of communes.</param>
/// <param name="ValidTo">First day on which it no longer holds; none while it is in force.</param>
/// <param name="Source">Who draws the list.</param>
public sealed record TerritorySummary(
    TerritoryCode Code, TerritoryKind Kind, string Name, int Communes, DateOnly ValidFrom, DateOnly? ValidTo, string Source);
