namespace Relais.Territory.Contracts;

public enum TerritoryKind
{
    Region,
    Department,

    /// <summary>Communes that act together by law, under a SIREN number.</summary>
    Epci,

    /// <summary>The territory of a care network (CPTS…).</summary>
    Network,

    /// <summary>Any other list of communes.</summary>
    Custom,
}
