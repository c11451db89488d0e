using Relais.Kernel.PersonalData;

namespace Relais.Territory;

/// <summary>The rows about people that this room keeps.</summary>
internal static class TerritoryTables
{
    public static PersonalTable[] All { get; } =
    [
        new("facility_claim", "Établissements que vous dites gérer")
        {
            Merging = Merging.MovesUnless("other.finess = mine.finess"),
            Erasing = Erasing.Deleted,
        },
    ];
}
