using Relais.Kernel.PersonalData;

namespace Relais.Reinforcement;

/// <summary>The rows about people that this room keeps.</summary>
internal static class ReinforcementTables
{
    public static PersonalTable[] All { get; } =
    [
        new("offer", "Demandes reçues et réponses")
        {
            Merging = new Merging.Move
            {
                Twice = "other.need_id = mine.need_id",
                Outweighs = """
                    EXISTS (SELECT 1 FROM assignment held WHERE held.offer_id = mine.id AND held.released_at IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM assignment held WHERE held.offer_id = other.id AND held.released_at IS NULL)
                    """,
            },
            Erasing = Erasing.Blanked(
                """
                note = NULL, answered_at = COALESCE(answered_at, @now),
                state = CASE state WHEN 'Waiting' THEN 'Declined' WHEN 'Candidate' THEN 'Withdrawn' WHEN 'Standby' THEN 'Withdrawn' ELSE state END
                """,
                "L’établissement doit pouvoir dire combien de personnes furent demandées, et ce qu’elles ont répondu"),
            Hidden = ["reasons"],
        },
        new("assignment", "Places tenues")
        {
            Merging = Merging.MovesUnless("other.need_id = mine.need_id AND other.released_at IS NULL AND mine.released_at IS NULL"),
            Erasing = Erasing.Kept("Une place tenue fonde une mission"),
        },
        new("exclusion", "Établissements que vous écartez, ou qui ne font plus appel à vous")
        {
            Merging = Merging.MovesUnless("other.finess = mine.finess AND other.side = mine.side"),
            Erasing = Erasing.Deleted,
            Hidden = ["made_by"],
            CorrectAt = "/mes-demandes/etablissements-ecartes",
        },
        new("need_call", "Appels reçus de la coordination")
        {
            Erasing = Erasing.Blanked("note = NULL", "Le suivi du besoin dit combien d’appels furent faits"),
            Hidden = ["called_by"],
        },
        new("region_plan_line", "Propositions d’un plan de territoire")
        {
            Key = ["plan_id", "need_id"],
            Merging = Merging.MovesUnless("other.plan_id = mine.plan_id AND other.need_id = mine.need_id"),
            Erasing = Erasing.Deleted,
            Hidden = ["reasons", "decided_by"],
        },
        new("need_in_hand", "Besoins que vous suivez")
        {
            Key = ["need_id"],
            Erasing = Erasing.Deleted,
        },
        new("request_budget", "Demandes de la semaine")
        {
            Key = ["week"],
            Merging = Merging.MovesUnless("other.week = mine.week"),
            Erasing = Erasing.Deleted,
        },
    ];
}
