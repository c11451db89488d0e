using Relais.Kernel.PersonalData;

namespace Relais.Missions;

/// <summary>The rows about people that this room keeps.</summary>
internal static class MissionsTables
{
    public static PersonalTable[] All { get; } =
    [
        new("mission", "Missions")
        {
            Erasing = Erasing.Kept("Une mission faite est due et prouvée : elle reste, sans votre nom"),
        },
        new("worked_hours", "Heures convenues")
        {
            Owner = "mission_id",
            OwnedBy = OwnerKind.Row("mission"),
            Key = [],
            Merging = Merging.Stays,
            Erasing = Erasing.Kept("Les heures convenues fondent ce qui est payé"),
        },
        new("certificate", "Attestations")
        {
            Owner = "mission_id",
            OwnedBy = OwnerKind.Row("mission"),
            Key = [],
            Merging = Merging.Stays,
            Erasing = Erasing.Kept("Le code d’une attestation déjà montrée doit rester vérifiable ; elle ne porte plus de nom"),
        },
        new("calendar_feed", "Adresse de calendrier")
        {
            Key = [],
            Merging = Merging.MovesUnless("1 = 1"),
            Erasing = Erasing.Deleted,
            Hidden = ["code"],
            CorrectAt = "/mes-missions/calendrier",
        },
    ];
}
