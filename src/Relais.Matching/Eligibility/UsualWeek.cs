using Relais.Matching.Rest;

namespace Relais.Matching.Eligibility;

/// <summary>Reads a week of hours on the clocks of a place, whatever the clocks do in between.</summary>
internal static class UsualWeek
{
    private const int NightBegins = 23;
    private const int NightEnds = 5;

    /// <summary>Whether every hour that the span touches is ticked.</summary>
    public static bool Covers(IReadOnlyList<int> week, TimeZoneInfo zone, Interval span)
    {
        for (var instant = span.Start; instant < span.End; instant = NextHour(instant, zone))
        {
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            if (((week[((int)local.DayOfWeek + 6) % 7] >> local.Hour) & 1) is 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the span touches the hours from 23 h to 5 h.</summary>
    public static bool TouchesNight(Interval span, TimeZoneInfo zone)
    {
        for (var instant = span.Start; instant < span.End; instant = NextHour(instant, zone))
        {
            if (TimeZoneInfo.ConvertTime(instant, zone).Hour is >= NightBegins or < NightEnds)
            {
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset NextHour(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return instant.AddTicks(TimeSpan.TicksPerHour - (local.Ticks % TimeSpan.TicksPerHour));
    }
}
