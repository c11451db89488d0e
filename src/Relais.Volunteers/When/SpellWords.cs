using Relais.Kernel.Wording;
using Relais.Matching.Rest;

namespace Relais.Volunteers.When;

internal static class SpellWords
{
    /// <summary>« vendredi 27 novembre », « du lundi 30 novembre au vendredi 4 décembre », « samedi 28 novembre, 7 h – 19 h ».</summary>
    public static string Describe(Interval during, string timeZone, Words words)
    {
        var (firstDay, firstTime) = LocalDays.Local(during.Start, timeZone);
        var (endDay, endTime) = LocalDays.Local(during.End, timeZone);
        if (firstTime == TimeOnly.MinValue && endTime == TimeOnly.MinValue)
        {
            var lastDay = endDay.AddDays(-1);
            return firstDay == lastDay ? words["{0:dddd d MMMM}", firstDay] : words["du {0:dddd d MMMM} au {1:dddd d MMMM}", firstDay, lastDay];
        }

        return firstDay == endDay
            ? words["{0:dddd d MMMM}, {1:H:mm} – {2:H:mm}", firstDay, firstTime, endTime]
            : words["{0:dddd d MMMM} à {1:H:mm} – {2:dddd d MMMM} à {3:H:mm}", firstDay, firstTime, endDay, endTime];
    }
}
