namespace Relais.Matching.Waves;

/// <summary>
/// The hours in which people are asked again about what can wait: a dated rule. A first wave goes at once; nobody answers
/// the second while they sleep, and by the morning it would have asked many for nothing.
/// </summary>
/// <param name="From">When the day begins, on the clocks of the place.</param>
/// <param name="To">When it ends, later the same day.</param>
public sealed record WaveHours(TimeOnly From, TimeOnly To)
{
    /// <summary>The instant itself by day, the next morning by night.</summary>
    public DateTimeOffset Awake(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var clock = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(instant, zone).TimeOfDay);
        return clock >= From && clock < To ? instant : NextMorning(instant, zone);
    }

    /// <summary>The next beginning of a day, never the instant itself.</summary>
    public DateTimeOffset NextMorning(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var morning = DateOnly.FromDateTime(local.DateTime).AddDays(TimeOnly.FromTimeSpan(local.TimeOfDay) < From ? 0 : 1).ToDateTime(From);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
