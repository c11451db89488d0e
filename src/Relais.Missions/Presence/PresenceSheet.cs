using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Missions.Life;

namespace Relais.Missions.Presence;

/// <summary>Presences as a table: the hours told where there are some, otherwise those planned.</summary>
internal static class PresenceSheet
{
    public static Sheet Of(string title, IEnumerable<PresenceLine> lines, Words t) => Sheet.Of(
        title,
        lines,
        (t["Personne"], line => Cell.Of(line.Name)),
        (t["Fonction"], line => Cell.Of(t[line.Mission.Task])),
        (t["Début"], line => Cell.At(line.Hours?.StartsAt ?? line.Mission.StartsAt, line.Mission.TimeZone)),
        (t["Fin"], line => Cell.At(line.Hours?.EndsAt ?? line.Mission.EndsAt, line.Mission.TimeZone)),
        (t["Fuseau horaire"], line => Cell.Of(line.Mission.TimeZone)),
        (t["Pause, en minutes"], line => Cell.Of(line.Hours?.BreakMinutes ?? line.Mission.BreakMinutes)),
        (t["Arrivée"], line => Cell.At(line.Mission.ArrivedAt, line.Mission.TimeZone)),
        (t["État"], line => Cell.Of(State(line, t))));

    private static string? State(PresenceLine line, Words t) => line switch
    {
        { Mission: { AbsentAt: not null, ExcusedAt: not null } } => t["Absence excusée"],
        { Mission.AbsentAt: not null } => t["Absence notée"],
        { Hours.AgreedAt: not null } => t["Service fait"],
        { Hours.ToldBy: Side.Person } => t["Heures à valider par l’établissement"],
        { Hours: not null } => t["La personne doit confirmer"],
        _ => t["Heures prévues"],
    };
}
