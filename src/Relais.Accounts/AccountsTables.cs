using Relais.Kernel.PersonalData;

namespace Relais.Accounts;

/// <summary>The rows about people that this room keeps.</summary>
internal static class AccountsTables
{
    public static PersonalTable[] All { get; } =
    [
        new("person", "Nom")
        {
            Owner = "id",
            Key = [],
            Merging = Merging.Stays,
            Erasing = Erasing.Blanked("first_name = 'Personne', last_name = 'effacée', search_key = '', erased_at = @now", "Un numéro sans nom, auquel tiennent les heures faites"),
            Hidden = ["search_key"],
            CorrectAt = "/mon-compte/nom",
        },
        new("contact_address", "Adresses et numéros")
        {
            Merging = new Merging.Move
            {
                Twice = "other.kind = mine.kind AND other.value = mine.value",
                // Who said stop at a number said it of that number: it does not come to a dossier that allows messages.
                Never = """
                    EXISTS (SELECT 1 FROM contact_wishes wish WHERE wish.person_id = mine.person_id
                        AND ((mine.kind = 'Mobile' AND wish.sms_stopped_at IS NOT NULL) OR (mine.kind = 'Email' AND wish.email_stopped_at IS NOT NULL)))
                    """,
            },
            Erasing = Erasing.Deleted,
            CorrectAt = "/mon-compte/adresses",
        },
        new("contact_wishes", "Choix de messages")
        {
            Key = [],
            Merging = Merging.MovesUnless("1 = 1"),
            Erasing = Erasing.Deleted,
            CorrectAt = "/mon-compte/messages",
        },
        new("refused_topic", "Messages que vous ne voulez pas par un moyen")
        {
            Key = ["topic", "channel"],
            Merging = Merging.MovesUnless("other.topic = mine.topic AND other.channel = mine.channel"),
            Erasing = Erasing.Deleted,
            CorrectAt = "/mon-compte/messages/sortes",
        },
        new("account", "Compte")
        {
            Key = [],
            Merging = Merging.MovesUnless("1 = 1"),
            Erasing = Erasing.Blanked(
                "password_hash = NULL, security_stamp = 'erased', closed_at = COALESCE(closed_at, @now)", "Un numéro sans nom : le journal dit par quel compte chaque chose fut faite"),
            Hidden = ["password_hash", "security_stamp"],
        },
        new("held_role", "Rôles")
        {
            Owner = "account_id",
            OwnedBy = OwnerKind.Account,
            Merging = Merging.MovesUnless("""
                other.role = mine.role AND (other.scope = mine.scope OR (other.scope LIKE 'self:%' AND mine.scope LIKE 'self:%'))
                AND other.valid_to IS NULL AND mine.valid_to IS NULL
                """),
            Erasing = Erasing.Blanked(
                "valid_to = COALESCE(valid_to, @now), given_reason = '', ended_reason = NULL", "Le journal doit pouvoir dire quel droit avait un compte, et quand"),
        },
        new("delegation", "Fonctions confiées à un collègue")
        {
            Owner = "account_id",
            OwnedBy = OwnerKind.Account,
            Merging = Merging.Stays,
            Erasing = Erasing.Blanked("note = ''", "Le journal doit pouvoir dire quel droit avait un compte, et quand"),
            CorrectAt = "/mon-compte/passer-la-main",
        },
        new("api_token", "Jetons de programmes")
        {
            Owner = "account_id",
            OwnedBy = OwnerKind.Account,
            Merging = Merging.Stays,
            Erasing = Erasing.Deleted,
            Hidden = ["hash"],
            CorrectAt = "/mon-compte/jetons",
        },
        new("session", "Appareils où vous êtes connecté")
        {
            Owner = "account_id",
            OwnedBy = OwnerKind.Account,
            Merging = Merging.Stays,
            Erasing = Erasing.Deleted,
            CorrectAt = "/mon-compte/appareils",
        },
        new("passkey", "Clés d’accès")
        {
            Owner = "account_id",
            OwnedBy = OwnerKind.Account,
            Merging = Merging.Stays,
            Erasing = Erasing.Deleted,
            Hidden = ["credential_id", "public_key", "sign_count"],
            CorrectAt = "/mon-compte/cles",
        },
        new("erasure_request", "Demande d’effacement")
        {
            Key = [],
            Merging = Merging.MovesUnless("1 = 1"),
            Erasing = Erasing.Deleted,
        },
        new("merger", "Dossiers réunis")
        {
            Owner = "kept_id",
            Merging = Merging.Stays,
            Erasing = Erasing.Blanked("reason = ''", "Quel dossier a été réuni à quel autre, sans nom"),
        },
        new("address_proof", "Liens de confirmation")
        {
            Erasing = Erasing.Deleted,
        },
        new("verification", "Vérifications de titres et d’établissements")
        {
            Erasing = Erasing.Blanked(
                """
                evidence = '', seen = CASE WHEN seen IS NULL THEN NULL ELSE '' END, reason = CASE WHEN reason IS NULL THEN NULL ELSE '' END,
                state = CASE WHEN state = 'Waiting' THEN 'Withdrawn' ELSE state END
                """,
                "Une décision a été prise, à une date et par quelqu’un ; les pièces sont effacées"),
        },
    ];
}
