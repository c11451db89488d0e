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
        new("due", "Sommes dues")
        {
            Owner = "mission_id",
            OwnedBy = OwnerKind.Row("mission"),
            Merging = Merging.Stays,
            Erasing = Erasing.Kept("Une somme due reste due, et comptée"),
            CorrectAt = "/mon-compte/ce-qui-m-est-du",
        },
        new("complaint", "Réclamations")
        {
            Owner = "due_id",
            OwnedBy = OwnerKind.Row("due", "mission_id", "mission"),
            Merging = Merging.Stays,
            Erasing = Erasing.Blanked("words = '', answer = CASE WHEN answer IS NULL THEN NULL ELSE '' END", "Qu’une somme fut contestée reste dit, sans les mots"),
        },
        new("thanks", "Remerciements")
        {
            Owner = "mission_id",
            OwnedBy = OwnerKind.Row("mission"),
            Key = [],
            Merging = Merging.Stays,
            Erasing = Erasing.Blanked("words = ''", "Qu’un établissement a remercié reste dit, sans les mots"),
        },
        new("welcome_done", "Accueil préparé")
        {
            Owner = "mission_id",
            OwnedBy = OwnerKind.Row("mission"),
            Key = ["item_id"],
            Merging = Merging.Stays,
            Erasing = Erasing.Kept("Ce qu’un établissement avait préparé reste dit, sans votre nom"),
            Hidden = ["done_by"],
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
