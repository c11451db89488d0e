namespace Relais.Territory.Contracts;

public enum TerritoryKind
{
    Region,
    Department,

    /// <summary>Communes that act together by law, under a SIREN number.</summary>
    Epci,

    /// <summary>A pays: communes that share a project, often across departments.</summary>
    Pays,

    /// <summary>The communes that live around one place: living area, health area.</summary>
    Basin,

    /// <summary>The territory of a care network (CPTS…).</summary>
    Network,

    /// <summary>Any other list of communes.</summary>
    Custom,
}

/// <summary>Which territories people draw; the others are drawn by law and come with the reference data.</summary>
public static class TerritoryKinds
{
    public static IReadOnlyList<TerritoryKind> Drawn { get; } = [TerritoryKind.Pays, TerritoryKind.Basin, TerritoryKind.Network, TerritoryKind.Custom];

    public static bool IsDrawn(this TerritoryKind kind) => Drawn.Contains(kind);
}
