using Relais.Matching.Rest;
using Relais.Volunteers.When;

namespace Relais.Volunteers.OnDuty;

/// <summary>« Available now, until … »: ends by itself, and is said again for another day.</summary>
internal static class OnDutySpell
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>What an evening has left is short: who says so at 22 h means the night.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromHours(4);

    /// <summary>Until the end of the day where the person lives, when they do not say.</summary>
    public static Interval UntilEndOfDay(DateTimeOffset now, string timeZone)
    {
        var midnight = LocalDays.Instant(LocalDays.Today(now, timeZone).AddDays(1), TimeOnly.MinValue, timeZone);
        return new Interval(now, midnight > now + Least ? midnight : now + Least);
    }

    /// <summary>Until the clocks of where the person lives show that time next.</summary>
    public static Interval Until(TimeOnly time, DateTimeOffset now, string timeZone)
    {
        var today = LocalDays.Today(now, timeZone);
        var end = LocalDays.Instant(today, time, timeZone);
        end = end > now ? end : LocalDays.Instant(today.AddDays(1), time, timeZone);

        // On the night when clocks go back, the next such hour is 25 hours away.
        return new Interval(now, end - now > Longest ? now + Longest : end);
    }
}
