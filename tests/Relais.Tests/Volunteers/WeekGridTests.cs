using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Relais.Volunteers.Contracts;

namespace Relais.Tests.Volunteers;

public class WeekGridTests
{
    private static readonly Arbitrary<WeekGrid> Weeks = Gen.Choose(0, 0xFFFFFF).ArrayOf(7)
        .Select(days => WeekGrid.Parse(string.Concat(days.Select(hours => hours.ToString("x6", System.Globalization.CultureInfo.InvariantCulture))))!)
        .ToArbitrary();

    [Fact]
    public void A_night_of_Sunday_goes_on_into_Monday()
    {
        var week = WeekGrid.Empty.With(day: 6, fromHour: 21, hours: 10);

        Assert.True(week[6, 23]);
        Assert.True(week[0, 6]);
        Assert.False(week[0, 7]);
        Assert.True(week.Covers(6, 21, 10));
        Assert.False(week.Covers(6, 20, 10));
    }

    [Fact]
    public void A_week_reads_back_what_it_wrote() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Weeks, week =>
            week.Equals(WeekGrid.Parse(week.ToString())) && week.Equals(JsonSerializer.Deserialize<WeekGrid>(JsonSerializer.Serialize(week)))));

    [Fact]
    public void Hours_added_are_covered_and_none_is_lost() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Weeks, week =>
        {
            var more = week.With(5, 19, 13);
            return more.Covers(5, 19, 13) && Enumerable.Range(0, 7).All(day => (week.HoursOf(day) & ~more.HoursOf(day)) is 0);
        }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("00000000000000000000000000000000000000000g")]
    public void What_is_no_week_is_not_read(string? text) => Assert.Null(WeekGrid.Parse(text));

    [Theory]
    [InlineData("[[],[],[],[],[],[]]")]
    [InlineData("[[24],[],[],[],[],[],[]]")]
    [InlineData("[null,[],[],[],[],[],[]]")]
    [InlineData("null")]
    [InlineData("\"always\"")]
    public void What_is_no_week_is_refused_by_the_API(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Holder>($$"""{"week":{{json}}}""", JsonSerializerOptions.Web)!.Week ?? throw new JsonException());

    private sealed record Holder(WeekGrid Week);
}
