namespace Relais.Reinforcement.Pay;

/// <summary>Cuts a shift into the bands of the requisition orders, on the clocks of the place.</summary>
internal static class PayBands
{
    /// <summary>
    /// Minutes in each band. An unpaid break is taken from the band that has the most minutes, since nobody knows
    /// beforehand when it will fall.
    /// </summary>
    public static (int Day, int Evening, int Night) Cut(DateTimeOffset startsAt, DateTimeOffset endsAt, TimeZoneInfo zone, int breakMinutes)
    {
        Span<int> minutes = stackalloc int[3];
        for (var instant = startsAt; instant < endsAt;)
        {
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            var next = Min(NextChange(local, zone), endsAt);
            minutes[(int)BandAt(local)] += (int)(next - instant).TotalMinutes;
            instant = next;
        }

        var longest = minutes.IndexOf(Math.Max(minutes[0], Math.Max(minutes[1], minutes[2])));
        minutes[longest] -= Math.Min(breakMinutes, minutes[longest]);
        return (minutes[0], minutes[1], minutes[2]);
    }

    private static Band BandAt(DateTimeOffset local) =>
        local.DayOfWeek is DayOfWeek.Sunday || FrenchHolidays.IsHoliday(DateOnly.FromDateTime(local.DateTime)) || local.Hour is >= 23 or < 6 ? Band.Night
        : local.Hour is >= 20 or < 8 ? Band.Evening
        : Band.Day;

    /// <summary>The next full hour: no band changes in between, whatever the clocks do.</summary>
    private static DateTimeOffset NextChange(DateTimeOffset local, TimeZoneInfo zone)
    {
        var next = local.AddMinutes(60 - local.Minute).AddSeconds(-local.Second);
        return TimeZoneInfo.ConvertTime(next, zone).ToUniversalTime();
    }

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private enum Band
    {
        Day,
        Evening,
        Night,
    }
}
