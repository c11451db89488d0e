using System.Collections.Immutable;
using Relais.Matching.Rest;

namespace Relais.Matching.Eligibility;

/// <summary>Reads a week of hours on the clocks of a place, whatever the clocks do in between.</summary>
internal static class UsualWeek
{
    private const int NightBegins = 23;
    private const int NightEnds = 5;

    /// <summary>The hours that the span touches: seven masks of 24 bits, Monday first.</summary>
    public static int[] Touched(Interval span, TimeZoneInfo zone)
    {
        var hours = new int[7];
        for (var instant = span.Start; instant < span.End; instant = NextHour(instant, zone))
        {
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            hours[((int)local.DayOfWeek + 6) % 7] |= 1 << local.Hour;
        }

        return hours;
    }

    /// <summary>Whether every hour touched is ticked.</summary>
    public static bool Covers(ImmutableArray<int> week, IReadOnlyList<int> touched)
    {
        for (var day = 0; day < week.Length; day++)
        {
            if ((touched[day] & ~week[day]) is not 0)
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
