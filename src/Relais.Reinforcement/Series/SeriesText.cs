using System.Globalization;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;

namespace Relais.Reinforcement.Series;

/// <summary>Says how a need repeats: « du lundi au vendredi, une semaine sur 2, jusqu’au 31 mars 2027 ».</summary>
internal sealed class SeriesText(Words t)
{
    public string Say(Recurrence pattern)
    {
        var parts = new List<string> { Days(pattern.Days) };
        if (pattern.EveryWeeks > 1)
        {
            parts.Add(t["une semaine sur {0}", pattern.EveryWeeks]);
        }

        parts.Add(t["à partir du {0}", InFull(pattern.From)]);
        parts.Add(pattern.End is RecurrenceEnd.OnDay end ? t["jusqu’au {0}", InFull(end.Last)] : t.Count(((RecurrenceEnd.AfterDates)pattern.End).Count, "{0} date", "{0} dates"));
        if (pattern.SkipsHolidays)
        {
            parts.Add(t["sauf les jours fériés"]);
        }

        return string.Join(", ", parts);
    }

    private string Days(IReadOnlyList<DayOfWeek> days)
    {
        var ranks = days.Select(PlaceTime.DaysAfterMonday).Distinct().Order().ToList();
        var names = ranks.ConvertAll(rank => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)((rank + 1) % 7)));
        var isRun = ranks[^1] - ranks[0] == ranks.Count - 1;
        return names.Count switch
        {
            7 => t["tous les jours"],
            1 => t["le {0}", names[0]],
            > 2 when isRun => t["du {0} au {1}", names[0], names[^1]],
            _ => t["les {0} et {1}", string.Join(", ", names.SkipLast(1)), names[^1]],
        };
    }

    private static string InFull(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
