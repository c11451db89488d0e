using Relais.Kernel.Wording;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Appraisal;

/// <summary>
/// What happened, dated, in the same words for the person and the establishment: came, came late, was absent, was
/// excused. No mark, no opinion, no ranking, and nothing that the person does not see.
/// </summary>
internal sealed class MissionFacts(Words t)
{
    public IReadOnlyList<string> Of(Mission mission, WorkedHours? hours)
    {
        var facts = new List<string>();
        if (mission.ArrivedAt is { } arrived)
        {
            var late = (int)(arrived - mission.StartsAt).TotalMinutes;
            facts.Add(late > 0
                ? t["{0} : arrivée à {1}, {2} min après l’heure prévue.", Day(mission, arrived), Clock(mission, arrived), late]
                : t["{0} : arrivée à {1}, à l’heure.", Day(mission, arrived), Clock(mission, arrived)]);
        }

        if (mission.AbsentAt is { } absent)
        {
            facts.Add(t["{0} : absence notée à {1}.", Day(mission, absent), Clock(mission, absent)]);
        }

        if (mission.ExcusedAt is { } excused)
        {
            facts.Add(t["{0} : absence excusée.", Day(mission, excused)]);
        }

        if (hours?.AgreedAt is { } agreed)
        {
            facts.Add(t["{0} : heures validées des deux côtés.", Day(mission, agreed)]);
        }

        return facts;
    }

    private static string Day(Mission mission, DateTimeOffset instant) => Owed.DueText.Day(mission.DayOf(instant));

    private static string Clock(Mission mission, DateTimeOffset instant) =>
        HoursText.Clock(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(mission.TimeZone)));
}
