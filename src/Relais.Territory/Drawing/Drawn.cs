using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Drawing;

/// <summary>A list of communes that somebody wants to save.</summary>
/// <param name="From">First day on which it holds.</param>
/// <param name="Source">Who draws the list: a deliberation, an order, a contract.</param>
/// <param name="Reason">Why it is drawn or changed, for who reads its history.</param>
internal sealed record DrawingWish(TerritoryKind Kind, string Name, IReadOnlyCollection<CommuneCode> Communes, DateOnly From, string Source, string? Reason)
{
    /// <summary>Days and counts only: a name never enters the journal.</summary>
    public string InJournal => $"{From:O} {Communes.Count}";

    public NewTerritory Under(TerritoryCode code) => new(code, Kind, Name, Communes, From, Source);
}

/// <summary>What became of a wish: the code of the territory, or why nothing was done.</summary>
internal sealed record Drawn(TerritoryCode? Code, DrawingRefusal? Refusal)
{
    public static implicit operator Drawn(TerritoryCode code) => new(code, Refusal: null);

    public static implicit operator Drawn(DrawingRefusal refusal) => new(Code: null, refusal);
}

internal enum DrawingRefusal
{
    /// <summary>Nobody drew a territory of that code.</summary>
    Unknown,

    /// <summary>A commune lies outside the territories over which the current user holds a role.</summary>
    OutOfReach,

    /// <summary>The day is not after the one on which the last list begins, or lies before its end.</summary>
    BeginsTooEarly,

    NothingChanges,

    /// <summary>Somebody else changed it since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>The list is in use for too long to be a mistake.</summary>
    TooLate,
}
