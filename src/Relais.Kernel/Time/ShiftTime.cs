namespace Relais.Kernel.Time;

/// <summary>The instants of a shift that is said as a local day and two clock times: « ce soir, 21 h – 7 h ».</summary>
public readonly record struct ShiftTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    public TimeSpan Duration => EndsAt - StartsAt;

    /// <summary>An end at or before the start is on the next day. Clock times are those of the place.</summary>
    public static ShiftTime From(DateOnly day, TimeOnly starts, TimeOnly ends, TimeZoneInfo zone) =>
        new(Instant(day, starts, zone), Instant(ends <= starts ? day.AddDays(1) : day, ends, zone));

    /// <summary>
    /// A clock time that the spring change skips is read as the first instant after the gap; one that the autumn change
    /// repeats is read as its first occurrence.
    /// </summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
