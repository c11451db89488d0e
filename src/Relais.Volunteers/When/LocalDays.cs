using Relais.Matching.Rest;

namespace Relais.Volunteers.When;

/// <summary>Days and hours as the clocks of a place have them, as instants.</summary>
internal static class LocalDays
{
    public static DateOnly Today(DateTimeOffset now, string timeZone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    /// <summary>From the first instant of the first day to the last of the last.</summary>
    public static Interval Between(DateOnly first, DateOnly last, string timeZone) =>
        new(Instant(first, TimeOnly.MinValue, timeZone), Instant(last.AddDays(1), TimeOnly.MinValue, timeZone));

    /// <summary>When the clocks of the place show that time: the first of the two if they show it twice, the next instant if never.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public static (DateOnly Day, TimeOnly Time) Local(DateTimeOffset instant, string timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
