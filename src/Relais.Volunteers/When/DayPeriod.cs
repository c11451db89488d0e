using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.When;

/// <summary>The parts of a day as rotas cut it. They overlap, so that a whole shift fits in one or two of them.</summary>
internal enum DayPeriod
{
    Morning,
    Afternoon,
    Evening,
    Night,
}

internal static class DayPeriods
{
    /// <summary>The hour at which the period begins, and how many it lasts; a night goes on the next morning.</summary>
    public static (int From, int Hours) Span(this DayPeriod period) => period switch
    {
        DayPeriod.Morning => (6, 9),
        DayPeriod.Afternoon => (12, 10),
        DayPeriod.Evening => (17, 6),
        _ => (19, 13),
    };

    public static WeekGrid With(this WeekGrid week, int day, DayPeriod period)
    {
        var (from, hours) = period.Span();
        return week.With(day, from, hours);
    }

    public static bool Covers(this WeekGrid week, int day, DayPeriod period)
    {
        var (from, hours) = period.Span();
        return week.Covers(day, from, hours);
    }
}
