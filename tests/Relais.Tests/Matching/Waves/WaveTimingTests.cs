using Relais.Matching.Waves;

namespace Relais.Tests.Matching.Waves;

public sealed class WaveTimingTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly WaveHours Day = new(new TimeOnly(7, 0), new TimeOnly(22, 0));

    [Theory]
    [InlineData("2026-12-08T21:59+01:00", "2026-12-08T21:59+01:00")]
    [InlineData("2026-12-08T22:00+01:00", "2026-12-09T07:00+01:00")]
    [InlineData("2026-12-09T03:00+01:00", "2026-12-09T07:00+01:00")]
    [InlineData("2026-12-09T07:00+01:00", "2026-12-09T07:00+01:00")]
    [InlineData("2027-03-27T23:00+01:00", "2027-03-28T07:00+02:00")] // The clocks change in that night.
    public void What_falls_in_the_night_waits_for_the_morning(string instant, string awake) =>
        Assert.Equal(DateTimeOffset.Parse(awake, null), Day.Awake(DateTimeOffset.Parse(instant, null), Paris));

    [Theory]
    [InlineData("2026-12-09T06:59+01:00", "2026-12-09T07:00+01:00")]
    [InlineData("2026-12-09T07:00+01:00", "2026-12-10T07:00+01:00")]
    public void The_next_morning_is_never_now(string instant, string morning) =>
        Assert.Equal(DateTimeOffset.Parse(morning, null), Day.NextMorning(DateTimeOffset.Parse(instant, null), Paris));

    [Theory]
    [InlineData(0, 0, 25)]
    [InlineData(4, 4, 32)] // A few answers change little,
    [InlineData(400, 160, 39)] // hundreds decide,
    [InlineData(400, 0, 5)] // and somebody is always expected to refuse, and somebody to accept.
    [InlineData(100_000, 100_000, 90)]
    public void The_pace_expects_what_people_answer_of_late(int known, int yes, int percent) =>
        Assert.Equal(percent, new WavePace(25, 125, 4, 40, 120).Expecting(new RecentAnswers(known, yes), weight: 40).YesPercent);
}
