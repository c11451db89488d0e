using Relais.Matching.Rest;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Matching.Rest;

public sealed class WorkingTimeRulesTests
{
    [Fact]
    public void Every_embedded_row_cites_an_article()
    {
        var rules = WorkingTimeRules.ReadEmbedded().All;

        Assert.Equal(6, rules.Count);
        Assert.All(rules, rule => Assert.Contains("art. ", rule.Article, StringComparison.Ordinal));
        Assert.DoesNotContain(rules, rule => rule.Regime is Regime.Liberal);
    }

    [Theory]
    [InlineData("""{"rule":"siesta","regime":"HospitalAgent","minutes":720}""", "2002-01-06", null, "art. 6")]
    [InlineData("""{"rule":"daily-rest","regime":"Pirate","minutes":720}""", "2002-01-06", null, "art. 6")]
    [InlineData("""{"rule":"daily-rest","regime":"HospitalAgent"}""", "2002-01-06", null, "art. 6")]
    [InlineData("""{"rule":"daily-rest","regime":"HospitalAgent","minutes":0}""", "2002-01-06", null, "art. 6")]
    [InlineData("""{"rule":"daily-rest","regime":"HospitalAgent","minutes":720,"hours":12}""", "2002-01-06", null, "art. 6")]
    [InlineData("""{"rule":"daily-rest","regime":"HospitalAgent","minutes":720}""", "2002-01-06", null, "")]
    [InlineData("""{"rule":"daily-rest","regime":"HospitalAgent","minutes":720}""", "2002-01-06", "2002-01-06", "art. 6")]
    [InlineData("""{"rule":"sliding-cap","regime":"HospitalAgent","minutes":2880,"days":0}""", "2002-01-06", null, "art. 6")]
    public void A_wrong_row_is_refused_by_its_name(string value, string from, string? to, string article)
    {
        var until = to is null ? "null" : $"\"{to}\"";
        var json = $$"""[{"kind":"working-time","key":"the-row","validFrom":"{{from}}","validTo":{{until}},"value":{{value}},"reference":"{{article}}"}]""";

        var refusal = Assert.Throws<FormatException>(() => WorkingTimeRules.Parse(json));

        Assert.Contains("the-row", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_of_a_key_never_count_on_the_same_day()
    {
        const string Row = """{"kind":"working-time","key":"k","validFrom":"2002-01-06","value":{"rule":"daily-rest","regime":"HospitalAgent","minutes":720},"reference":"a"}""";

        Assert.Throws<FormatException>(() => WorkingTimeRules.Parse($"[{Row},{Row}]"));
        Assert.Throws<FormatException>(() => WorkingTimeRules.Parse("not json"));
    }

    [Theory]
    [InlineData("2025-03-10 14:00", "2025-03-10 22:00", false)] // one hour of night
    [InlineData("2025-03-10 14:00", "2025-03-11 00:00", true)]
    [InlineData("2025-03-10 20:00", "2025-03-11 07:00", true)]
    [InlineData("2025-03-10 02:00", "2025-03-10 10:00", true)]
    [InlineData("2025-03-10 03:30", "2025-03-10 10:00", false)]
    [InlineData("2025-03-30 00:30", "2025-03-30 04:00", false)] // two and a half hours pass: clocks go forward
    public void A_night_shift_has_three_hours_of_night(string start, string end, bool night) =>
        Assert.Equal(night, WorkingTimeRules.ReadEmbedded().NightOn(new DateOnly(2025, 3, 10))!.Covers(Shift(start, end).When, Paris));
}
