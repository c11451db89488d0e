using Relais.Kernel.Messages;

namespace Relais.Tests.Messages;

public sealed class QuietWeekTests
{
    /// <summary>Every night from 22 h to 7 h, but from 23 h to 10 h on Friday and Saturday, and none on Sunday.</summary>
    private const string Weekdays = "22:00-07:00 22:00-07:00 22:00-07:00 22:00-07:00 23:00-10:00 23:00-10:00 00:00-00:00";

    [Theory]
    [InlineData("2026-11-26T21:30:00Z", "2026-11-27T06:00:00Z")] // Thursday, 22 h 30.
    [InlineData("2026-11-27T21:30:00Z", null)] // Friday, 22 h 30: not yet.
    [InlineData("2026-11-28T08:00:00Z", "2026-11-28T09:00:00Z")] // Saturday, 9 h: the hours of Friday evening.
    [InlineData("2026-11-29T08:00:00Z", "2026-11-29T09:00:00Z")] // Sunday, 9 h: those of Saturday evening.
    [InlineData("2026-11-29T22:30:00Z", null)] // Sunday, 23 h 30: none.
    [InlineData("2026-11-30T05:00:00Z", null)] // Monday, 6 h: none of Sunday evening.
    public void Hours_of_an_evening_reach_into_the_next_morning_of_that_day_alone(string now, string? end) =>
        Assert.Equal(
            end is null ? null : DateTimeOffset.Parse(end, null), QuietWeek.Parse(Weekdays, "Europe/Paris").EndIfWithin(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void A_rest_by_day_begins_and_ends_on_the_same_day()
    {
        var afterNights = new QuietWeek(Enumerable.Repeat(new QuietSpan(new TimeOnly(9, 0), new TimeOnly(17, 0)), 7), "Europe/Paris");

        Assert.Equal(new DateTimeOffset(2026, 11, 26, 16, 0, 0, TimeSpan.Zero), afterNights.EndIfWithin(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero)));
        Assert.Null(afterNights.EndIfWithin(new DateTimeOffset(2026, 11, 26, 16, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void What_is_written_is_read_the_same() => Assert.Equal(Weekdays, QuietWeek.Parse(Weekdays, "Europe/Paris").ToString());
}
