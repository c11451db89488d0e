namespace Relais.Cartography.Classes;

/// <summary>How a commune is filled: one of five classes, from the palest to the strongest, or why it is in none.</summary>
public enum MapClass
{
    /// <summary>No source gives a value.</summary>
    NoData,

    First,
    Second,
    Third,
    Fourth,
    Fifth,

    /// <summary>The range of the value crosses a threshold: « non classée ».</summary>
    NotClassed,

    /// <summary>The figure rests on too few people to be shown: « secret statistique ».</summary>
    Secret,
}
