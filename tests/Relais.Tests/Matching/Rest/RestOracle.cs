using Relais.Matching.Rest;

namespace Relais.Tests.Matching.Rest;

/// <summary>
/// The law of November 2025, retyped from its articles and applied by exhaustion: every pair, every minute at which a
/// window may begin. Slow on purpose, and written without a line of the engine.
/// </summary>
internal static class RestOracle
{
    private const int SevenDays = 7 * 24 * 60;

    /// <param name="regime">The law that applies.</param>
    /// <param name="asked">The shift asked for.</param>
    /// <param name="held">Those already held.</param>
    /// <param name="zone">Where the asked shift is.</param>
    /// <param name="step">Minutes from one window to the next: 1, or the common divisor of all times to go faster.</param>
    public static bool Allows(Regime regime, Duty asked, IReadOnlyList<Duty> held, TimeZoneInfo zone, int step = 1) =>
        !held.Any(duty => duty.When.Start < asked.When.End && asked.When.Start < duty.When.End) && regime switch
        {
            Regime.HospitalAgent => Rested(asked, held, hours: 12) && WorstSevenDays(asked, held, step) <= 48 * 60,
            Regime.HospitalDoctor => Rested(asked, held, hours: 11) && AverageHolds(asked, held, zone),
            Regime.PrivateSector => Rested(asked, held, hours: 11) && CalendarWeeksHold(asked, held, zone),
            _ => true,
        };

    /// <summary>The most work in seven days that hold at least a minute of the asked shift.</summary>
    public static int WorstSevenDays(Duty asked, IReadOnlyList<Duty> held, int step = 1)
    {
        var origin = Minute(asked.When.Start) - SevenDays;
        var worst = 0;
        for (var start = origin; start <= Minute(asked.When.End); start += step)
        {
            if (Work(asked, start, start + SevenDays) > 0)
            {
                worst = Math.Max(worst, held.Append(asked).Sum(duty => Work(duty, start, start + SevenDays)));
            }
        }

        return worst;
    }

    private static bool Rested(Duty asked, IReadOnlyList<Duty> held, int hours) =>
        held.All(duty => duty.When.End.AddHours(hours) <= asked.When.Start || asked.When.End.AddHours(hours) <= duty.When.Start);

    private static bool CalendarWeeksHold(Duty asked, IReadOnlyList<Duty> held, TimeZoneInfo zone)
    {
        var mondays = Enumerable.Range(-60, 120).Select(week => new DateTime(2025, 3, 24, 0, 0, 0, DateTimeKind.Unspecified).AddDays(7 * week)).ToList();
        return mondays.All(monday => Holds(asked, held, zone, monday, monday.AddDays(7), limit: 48 * 60));
    }

    private static bool AverageHolds(Duty asked, IReadOnlyList<Duty> held, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(asked.When.Start, zone).Date;
        var days = Enumerable.Range(-140, 160).Select(day => today.AddDays(day));
        return days.All(day => Holds(asked, held, zone, day, day.AddMonths(4), limit: (day.AddMonths(4) - day).Days * 48 * 60 / 7));
    }

    private static bool Holds(Duty asked, IReadOnlyList<Duty> held, TimeZoneInfo zone, DateTime from, DateTime to, int limit)
    {
        var (start, end) = (Minute(new DateTimeOffset(from, zone.GetUtcOffset(from))), Minute(new DateTimeOffset(to, zone.GetUtcOffset(to))));
        return Work(asked, start, end) == 0 || held.Append(asked).Sum(duty => Work(duty, start, end)) <= limit;
    }

    private static int Work(Duty duty, long from, long to)
    {
        var shared = Math.Min(to, Minute(duty.When.End)) - Math.Max(from, Minute(duty.When.Start));
        return (int)Math.Clamp(shared, 0, duty.WorkedMinutes);
    }

    private static long Minute(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / 60;
}
