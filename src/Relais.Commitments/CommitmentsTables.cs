using Relais.Kernel.PersonalData;

namespace Relais.Commitments;

/// <summary>The rows about people that this room keeps.</summary>
internal static class CommitmentsTables
{
    public static PersonalTable[] All { get; } =
    [
        new("commitment", "Heures retenues")
        {
            Owner = "party_id",
            About = "mine.party_kind = 'Person'",
            Merging = Merging.MovesUnless("""
                other.party_kind = mine.party_kind AND other.released_at IS NULL AND mine.released_at IS NULL
                AND other.starts_at < mine.ends_at AND mine.starts_at < other.ends_at
                """),
            Erasing = Erasing.DeletedWhere("mine.at_employer", "Les heures faites par Relais comptent pour la durée légale du travail ; celles de votre employeur sont effacées"),
            CorrectAt = "/mes-disponibilites",
        },
        new("no_employer", "Déclaration sans employeur")
        {
            Key = [],
            Merging = Merging.MovesUnless("1 = 1"),
            Erasing = Erasing.Deleted,
        },
        new("employer_calendar", "Calendriers d’employeur")
        {
            Merging = Merging.MovesUnless("other.imported_at IS NULL AND mine.imported_at IS NULL"),
            Erasing = Erasing.Deleted,
            Hidden = ["content", "digest"],
        },
    ];
}
