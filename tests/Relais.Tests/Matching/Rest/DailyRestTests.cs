using Relais.Matching.Rest;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Matching.Rest;

public sealed class DailyRestTests
{
    private static readonly Duty EndsAtNine = Shift("2025-03-10 09:00", "2025-03-10 21:00");

    [Theory]
    [InlineData(Regime.HospitalAgent, "07:00", false)]
    [InlineData(Regime.HospitalDoctor, "07:00", false)]
    [InlineData(Regime.PrivateSector, "07:00", false)]
    [InlineData(Regime.HospitalAgent, "08:00", false)]
    [InlineData(Regime.HospitalDoctor, "08:00", true)]
    [InlineData(Regime.HospitalAgent, "09:00", true)]
    [InlineData(Regime.HospitalDoctor, "09:00", true)]
    [InlineData(Regime.Liberal, "07:00", true)]
    public void After_nine_in_the_evening_the_next_morning_depends_on_the_regime(Regime regime, string start, bool allowed)
    {
        var verdict = Ask(regime, Shift($"2025-03-11 {start}", "2025-03-11 14:00"), [EndsAtNine]);

        Assert.Equal(allowed, verdict.IsAllowed);
    }

    [Fact]
    public void A_refusal_gives_the_figure_the_limit_the_article_the_shift_and_when_to_come_back()
    {
        var refusal = Ask(Regime.HospitalAgent, Shift("2025-03-11 07:00", "2025-03-11 14:00"), [EndsAtNine]).Refusal!;

        Assert.Equal("rest.daily", refusal.Code);
        Assert.Equal(600, refusal.FoundMinutes);
        Assert.Equal(720, refusal.LimitMinutes);
        Assert.Contains("2002-9", refusal.Article, StringComparison.Ordinal);
        Assert.Equal(EndsAtNine.Id, Assert.Single(refusal.Conflicts).Id);
        Assert.Equal(At("2025-03-11 09:00"), refusal.EarliestStart);
    }

    [Fact]
    public void Rest_is_owed_before_the_next_shift_too()
    {
        var tomorrow = Shift("2025-03-11 07:00", "2025-03-11 14:00");

        var refusal = Ask(Regime.HospitalAgent, Shift("2025-03-10 13:00", "2025-03-10 21:00"), [tomorrow]).Refusal!;

        Assert.Equal(600, refusal.FoundMinutes);
        Assert.Equal(At("2025-03-12 02:00"), refusal.EarliestStart);
    }

    [Fact]
    public void Nobody_works_in_two_places_at_once_even_without_legal_rest()
    {
        var refusal = Ask(Regime.Liberal, Shift("2025-03-10 20:00", "2025-03-10 23:00"), [EndsAtNine]).Refusal!;

        Assert.Equal("rest.overlap", refusal.Code);
        Assert.Equal(60, refusal.FoundMinutes);
        Assert.Null(refusal.Article);
        Assert.Equal(At("2025-03-10 21:00"), refusal.EarliestStart);
        Assert.True(Ask(Regime.Liberal, Shift("2025-03-10 21:00", "2025-03-10 23:00"), [EndsAtNine]).IsAllowed);
    }

    [Fact]
    public void The_night_that_clocks_go_forward_gives_an_hour_less_of_rest()
    {
        var saturday = Shift("2025-03-29 12:00", "2025-03-29 20:00");

        var refusal = Ask(Regime.HospitalAgent, Shift("2025-03-30 08:00", "2025-03-30 14:00"), [saturday]).Refusal!;

        Assert.Equal(660, refusal.FoundMinutes);
        Assert.Equal(At("2025-03-30 09:00"), refusal.EarliestStart);
        Assert.True(Ask(Regime.HospitalDoctor, Shift("2025-03-30 08:00", "2025-03-30 14:00"), [saturday]).IsAllowed);
    }

    [Fact]
    public void The_night_that_clocks_go_back_gives_an_hour_more()
    {
        var saturday = Shift("2025-10-25 12:00", "2025-10-25 20:00");

        Assert.True(Ask(Regime.HospitalAgent, Shift("2025-10-26 07:00", "2025-10-26 14:00"), [saturday]).IsAllowed);
    }

    [Fact]
    public void Rest_between_Paris_and_Noumea_is_counted_on_instants()
    {
        // 20:00 in Paris is 06:00 the next day in Nouméa in winter: the clocks there show 14 hours, 4 have passed.
        var inParis = Shift("2025-01-15 08:00", "2025-01-15 20:00");
        var tooEarly = Shift("2025-01-16 10:00", "2025-01-16 18:00", Noumea);
        var rested = Shift("2025-01-16 18:00", "2025-01-16 23:00", Noumea);

        Assert.Equal(240, Ask(Regime.HospitalAgent, tooEarly, [inParis], Noumea).Refusal!.FoundMinutes);
        Assert.True(Ask(Regime.HospitalAgent, rested, [inParis], Noumea).IsAllowed);
    }

    [Fact]
    public void Unknown_employer_hours_are_said_unless_the_regime_counts_none()
    {
        var asked = Shift("2025-03-11 09:00", "2025-03-11 14:00");

        Assert.True(Ask(Regime.HospitalAgent, asked, [], known: false).EmployerHoursUnknown);
        Assert.False(Ask(Regime.HospitalAgent, asked, [], known: true).EmployerHoursUnknown);
        Assert.False(Ask(Regime.Liberal, asked, [], known: false).EmployerHoursUnknown);
    }
}
