using System.Globalization;
using System.Text.Json;
using Relais.Kernel.Time;
using Relais.Reinforcement.Pay;
using Relais.Reinforcement.Series;

namespace Relais.Tests.Reinforcement.Series;

/// <summary>The dates of a series against an oracle that asks of every day in turn whether it is one.</summary>
public sealed class RecurrenceTests
{
    [Fact]
    public void Two_thousand_random_series_have_the_dates_of_the_oracle()
    {
        var chance = new Random(20_261_122);
        for (var turn = 0; turn < 2000; turn++)
        {
            var pattern = Invent(chance);

            var dates = pattern.Dates().Select(date => (date.Day, date.IsKept));

            Assert.Equal(Oracle(pattern), dates);
        }
    }

    [Fact]
    public void Publications_follow_the_order_of_the_dates_and_never_fall_together_nor_before_now()
    {
        var chance = new Random(7);
        for (var turn = 0; turn < 500; turn++)
        {
            var now = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
            var starts = Invent(chance).Dates().Select(date => ShiftTime.Instant(date.Day, new TimeOnly(20, 0), TimeZoneInfo.Utc)).Where(start => start > now).Take(130).ToList();
            var (lead, between) = (TimeSpan.FromDays(chance.Next(1, 61)), TimeSpan.FromMinutes(30));

            var times = PublicationTimes.Of(starts, lead, between, now).ToList();

            Assert.Equal(starts.Count, times.Count);
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= between));
            Assert.All(times, time => Assert.True(time >= now));
            Assert.All(times.Zip(starts), pair => Assert.True(pair.First >= pair.Second - lead && pair.First < pair.Second, "published at the lead, or as soon after as its turn comes"));
        }
    }

    /// <summary>The changes of 2026 to 2027 in France: 25 October 2026 at 3 h, 28 March 2027 at 2 h. New Caledonia has none.</summary>
    [Theory]
    [InlineData("Europe/Paris", "2026-10-23", 12)]
    [InlineData("Europe/Paris", "2026-10-24", 13)]
    [InlineData("Europe/Paris", "2026-10-25", 12)]
    [InlineData("Europe/Paris", "2027-03-26", 12)]
    [InlineData("Europe/Paris", "2027-03-27", 11)]
    [InlineData("Europe/Paris", "2027-03-28", 12)]
    [InlineData("Pacific/Noumea", "2026-10-24", 12)]
    [InlineData("Pacific/Noumea", "2027-03-27", 12)]
    public void A_night_from_20_h_to_8_h_keeps_its_clock_times_and_not_its_length(string zoneId, string day, int hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);

        var shift = ShiftTime.From(DateOnly.Parse(day, CultureInfo.InvariantCulture), new TimeOnly(20, 0), new TimeOnly(8, 0), zone);

        Assert.Equal(TimeSpan.FromHours(hours), shift.Duration);
        Assert.Equal((20, 8), (TimeZoneInfo.ConvertTime(shift.StartsAt, zone).Hour, TimeZoneInfo.ConvertTime(shift.EndsAt, zone).Hour));
    }

    [Fact]
    public void A_series_without_a_day_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new Recurrence { From = new DateOnly(2026, 11, 23), Days = [], End = new RecurrenceEnd.AfterDates(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Recurrence { From = new DateOnly(2026, 11, 23), Days = [DayOfWeek.Monday], EveryWeeks = 0, End = new RecurrenceEnd.AfterDates(1) });
    }

    [Fact]
    public void A_pattern_is_read_back_as_it_was_kept()
    {
        var chance = new Random(3);
        for (var turn = 0; turn < 50; turn++)
        {
            var pattern = Invent(chance);

            var read = JsonSerializer.Deserialize<Recurrence>(JsonSerializer.Serialize(pattern))!;

            Assert.Equal(pattern.Dates(), read.Dates());
        }
    }

    private static Recurrence Invent(Random chance)
    {
        var from = new DateOnly(2026, 1, 1).AddDays(chance.Next(0, 700));
        return new Recurrence
        {
            From = from,
            Days = [.. Enum.GetValues<DayOfWeek>().OrderBy(_ => chance.Next()).Take(chance.Next(1, 8))],
            EveryWeeks = chance.Next(1, 6),
            End = chance.Next(2) is 0 ? new RecurrenceEnd.OnDay(from.AddDays(chance.Next(0, 400))) : new RecurrenceEnd.AfterDates(chance.Next(0, 60)),
            SkipsHolidays = chance.Next(2) is 0,
            LeftOut = [.. Enumerable.Range(0, chance.Next(0, 6)).Select(_ => from.AddDays(chance.Next(0, 100)))],
        };
    }

    /// <summary>Day after day over ten years: a chosen weekday, in a week that a whole number of periods parts from the first.</summary>
    private static List<(DateOnly Day, bool IsKept)> Oracle(Recurrence pattern)
    {
        var dates = new List<(DateOnly, bool)>();
        var firstWeek = WeekNumber(pattern.From);
        for (var day = pattern.From; day < pattern.From.AddYears(10); day = day.AddDays(1))
        {
            var isPast = pattern.End switch
            {
                RecurrenceEnd.OnDay end => day > end.Last,
                RecurrenceEnd.AfterDates end => dates.Count >= end.Count,
                _ => throw new InvalidOperationException(),
            };
            if (!isPast && pattern.Days.Contains(day.DayOfWeek) && (WeekNumber(day) - firstWeek) % pattern.EveryWeeks is 0)
            {
                dates.Add((day, !pattern.LeftOut.Contains(day) && !(pattern.SkipsHolidays && FrenchHolidays.IsHoliday(day))));
            }
        }

        return dates;
    }

    /// <summary>Weeks since Monday 1 January 1900.</summary>
    private static int WeekNumber(DateOnly day) => (day.DayNumber - new DateOnly(1900, 1, 1).DayNumber) / 7;
}
