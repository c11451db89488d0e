using Relais.Matching.Rest;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;
using Relais.Volunteers.When;
using Relais.Volunteers.Where;

namespace Relais.Volunteers.Demonstration;

/// <summary>Where and when invented people can help.</summary>
internal static class InventedAvailability
{
    public static Reach DrawReach(Random random, Commune home, bool physician)
    {
        var zones = new List<Zone>();
        Add(random.Pick<Around?>((null, 42), (Around.Epci, 26), (Around.Department, 22), (Around.Region, 8), (Around.France, 2)));
        if (random.Chance(8))
        {
            zones.Add(new Zone(ZoneKind.Overseas, random.Pick(("971", 40), ("972", 20), ("973", 15), ("987", 15), ("988", 10))));
        }

        return new Reach
        {
            Home = home.Code,
            TravelMinutes = random.Pick<int?>((15, 8), (30, 30), (45, 34), (60, 18), (90, 7), (null, 3)),
            OnSite = true,
            Remote = random.Chance(12),
            OwnCar = random.Chance(86),
            LodgingNeeded = random.Chance(10),
            Schemes = Schemes.Shifts | (random.Chance(20) ? Schemes.Waves : Schemes.None) | (physician && random.Chance(40) ? Schemes.Solidarity : Schemes.None) | (random.Chance(25) ? Schemes.CrisisCentre : Schemes.None),
            Zones = zones,
        };

        void Add(Around? around)
        {
            if (around is { } wider && WhereForm.ZoneOf(wider, home) is { } zone)
            {
                zones.Add(zone);
            }
        }
    }

    public static Readiness DrawReadiness(Random random, DateTimeOffset now)
    {
        var nights = random.Chance(45);
        return new Readiness
        {
            Week = DrawWeek(random, nights),
            Nights = nights,
            NoticeHours = random.Pick((0, 15), (2, 25), (4, 25), (12, 20), (24, 10), (48, 5)),
            LongestStayDays = random.Chance(30) ? random.Next(1, 22) : null,
            Spells = random.Pick((0, 80), (1, 12), (2, 8)) switch
            {
                1 => [Spell(SpellKind.Blocked, random.Next(0, 20), random.Next(3, 15))],
                2 => [Spell(SpellKind.Available, random.Next(0, 10), random.Next(1, 4))],
                _ => [],
            },
        };

        Spell Spell(SpellKind kind, int inDays, int days)
        {
            var start = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(inDays).AddHours(-1);
            return new Spell(kind, new Interval(start, start.AddDays(days)));
        }
    }

    public static AskingPreferences DrawPreferences(Random random, DateTimeOffset now) => new()
    {
        IsOn = random.Chance(98),
        PausedUntil = random.Chance(4) ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(random.Next(3, 30)) : null,
        WeeklyLimit = random.Pick((2, 15), (3, 25), (5, 45), (7, 15)),
    };

    private static WeekGrid DrawWeek(Random random, bool nights)
    {
        var week = WeekGrid.Empty;
        foreach (var (day, period) in random.Pick<IEnumerable<(int, DayPeriod)>>(
            (Each([0, 1, 2, 3, 4], DayPeriod.Morning, DayPeriod.Afternoon), 18),
            (Each([5, 6], DayPeriod.Morning, DayPeriod.Afternoon), 20),
            (Each([0, 1, 2, 3, 4], DayPeriod.Evening), 12),
            (Each([random.Next(7), random.Next(7)], DayPeriod.Morning, DayPeriod.Afternoon, DayPeriod.Evening), 25),
            (Each([0, 1, 2, 3, 4, 5, 6], DayPeriod.Morning, DayPeriod.Afternoon, DayPeriod.Evening), 10),
            ([], 15)))
        {
            week = week.With(day, period);
        }

        return nights
            ? random.Pick((0, 30), (1, 40), (2, 30)) switch
            {
                0 => Add(week, 4, 5),
                1 => Add(week, random.Next(7), random.Next(7), random.Next(7)),
                _ => Add(week, 0, 1, 2, 3, 4, 5, 6),
            }
            : week;
    }

    private static WeekGrid Add(WeekGrid week, params IEnumerable<int> nights) => nights.Aggregate(week, (grid, night) => grid.With(night, DayPeriod.Night));

    private static IEnumerable<(int Day, DayPeriod Period)> Each(int[] days, params DayPeriod[] periods) =>
        days.SelectMany(_ => periods, (day, period) => (day, period));
}
