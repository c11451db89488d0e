using System.Globalization;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.When;

/// <summary>The usual week as boxes to tick: a day and a period each, « 4.Night » for the night of Friday.</summary>
internal static class WeekChoices
{
    public static string Value(int day, DayPeriod period) => string.Create(CultureInfo.InvariantCulture, $"{day}.{period}");

    public static List<string> From(WeekGrid week) =>
    [
        .. from day in Enumerable.Range(0, WeekGrid.DaysInWeek)
           from period in Enum.GetValues<DayPeriod>()
           where week.Covers(day, period)
           select Value(day, period),
    ];

    /// <summary>Values that are no box are passed over: nobody ticks them.</summary>
    public static WeekGrid ToWeek(IEnumerable<string> ticked)
    {
        var boxes = ticked.ToHashSet(StringComparer.Ordinal);
        return (from day in Enumerable.Range(0, WeekGrid.DaysInWeek)
                from period in Enum.GetValues<DayPeriod>()
                where boxes.Contains(Value(day, period))
                select (day, period)).Aggregate(WeekGrid.Empty, (week, box) => week.With(box.day, box.period));
    }
}
