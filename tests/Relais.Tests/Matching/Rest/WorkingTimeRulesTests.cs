using Relais.Matching.Rest;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Matching.Rest;

public sealed class WorkingTimeRulesTests
{
    private const string Row = """{"kind":"daily-rest","regime":"HospitalAgent","minutes":720,"validFrom":"2002-01-06","article":"a"}""";

    [Fact]
    public void Every_embedded_row_cites_an_article()
    {
        var rules = WorkingTimeRules.ReadEmbedded().All;

        Assert.Equal(6, rules.Count);
        Assert.All(rules, rule => Assert.Contains("art. ", rule.Article, StringComparison.Ordinal));
        Assert.DoesNotContain(rules, rule => rule.Regime is Regime.Liberal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"rules":[]}""")]
    [InlineData("""{"rules":[{"kind":"siesta"}],"nights":[]}""")]
    [InlineData("""{"rules":[{"kind":"daily-rest","regime":"Pirate","minutes":720,"validFrom":"2002-01-06","article":"a"}],"nights":[]}""")]
    [InlineData("""{"rules":[{"kind":"daily-rest","regime":"HospitalAgent","minutes":0,"validFrom":"2002-01-06","article":"a"}],"nights":[]}""")]
    [InlineData("""{"rules":[{"kind":"daily-rest","regime":"HospitalAgent","minutes":720,"validFrom":"2002-01-06","article":""}],"nights":[]}""")]
    [InlineData("""{"rules":[{"kind":"daily-rest","regime":"HospitalAgent","minutes":720,"validFrom":"2002-01-06","validTo":"2002-01-06","article":"a"}],"nights":[]}""")]
    [InlineData("""{"rules":[{"kind":"daily-rest","regime":"HospitalAgent","minutes":720,"hours":12,"validFrom":"2002-01-06","article":"a"}],"nights":[]}""")]
    [InlineData($$"""{"rules":[{{Row}},{{Row}}],"nights":[]}""")]
    public void A_wrong_document_is_refused_whole(string json) =>
        Assert.Throws<FormatException>(() => WorkingTimeRules.Parse(json));

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
