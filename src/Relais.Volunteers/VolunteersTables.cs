using Relais.Kernel.PersonalData;

namespace Relais.Volunteers;

/// <summary>The rows about people that this room keeps.</summary>
internal static class VolunteersTables
{
    public static PersonalTable[] All { get; } =
    [
        new("volunteer", "Dossier de volontaire")
        {
            Key = [],
            Merging = Merging.Stays,
            Erasing = Erasing.Deleted,
            Hidden = ["revision"],
            CorrectAt = "/mon-dossier",
        },
        new("volunteer_skill", "Compétences")
        {
            Key = ["cell"],
            Merging = Merging.MovesUnless("other.cell = mine.cell"),
            Erasing = Erasing.WithParent,
            CorrectAt = "/mon-dossier/competences",
        },
        new("volunteer_zone", "Lieux acceptés")
        {
            Key = ["kind", "code"],
            Merging = Merging.MovesUnless("other.kind = mine.kind AND other.code = mine.code"),
            Erasing = Erasing.WithParent,
            CorrectAt = "/mon-dossier/zones",
        },
        new("volunteer_spell", "Disponibilités et absences datées")
        {
            Merging = Merging.MovesUnless("other.kind = mine.kind AND other.starts_at = mine.starts_at AND other.ends_at = mine.ends_at"),
            Erasing = Erasing.WithParent,
            CorrectAt = "/mes-disponibilites",
        },
        new("volunteer_title", "Titres professionnels")
        {
            Merging = Merging.MovesUnless("other.profession = mine.profession"),
            Erasing = Erasing.WithParent,
            CorrectAt = "/mon-dossier/titres",
        },
        new("volunteer_agreement", "Accords de votre employeur")
        {
            Merging = Merging.MovesUnless("other.employer = mine.employer AND other.valid_from = mine.valid_from AND other.valid_until = mine.valid_until"),
            Erasing = Erasing.WithParent,
            CorrectAt = "/mon-dossier/accord-employeur",
        },
        new("own_pool_member", "Établissements dont vous êtes connu")
        {
            Erasing = Erasing.Deleted,
            Hidden = ["search_key", "import_id"],
        },
    ];
}
