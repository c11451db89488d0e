namespace Relais.Matching.Rest;

/// <summary>Days and weeks as the clocks of a place have them.</summary>
public static class PlaceTime
{
    /// <summary>The calendar day in the place at that instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The Monday of the week that holds the day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-DaysAfterMonday(day.DayOfWeek));

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int DaysAfterMonday(DayOfWeek day) => ((int)day + 6) % 7;

    /// <summary>The instant at which the day begins in the place.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => InstantOf(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>
    /// The instant at which the clocks of the place show that time: the first of the two when they show it twice;
    /// when they skip it, the instant that the clocks would have reached had they not been put forward (RFC 5545, 3.3.5).
    /// </summary>
    public static DateTimeOffset InstantOf(DateTime clock, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
