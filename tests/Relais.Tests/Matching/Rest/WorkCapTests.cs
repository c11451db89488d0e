using System.Globalization;
using Relais.Matching.Rest;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Matching.Rest;

public sealed class WorkCapTests
{
    [Fact]
    public void A_hospital_agent_works_48_hours_in_any_seven_days_not_in_a_calendar_week()
    {
        // Thursday to Sunday, then Monday: each calendar week is far below 48 hours, the seven days are not.
        var held = Days("2025-03-13", 4, "08:00", "20:00");

        var refusal = Ask(Regime.HospitalAgent, Shift("2025-03-17 08:00", "2025-03-17 12:00"), held).Refusal!;

        Assert.Equal("rest.sliding-cap", refusal.Code);
        Assert.Equal((52 * 60, 48 * 60), (refusal.FoundMinutes, refusal.LimitMinutes));
        Assert.Contains("398069", refusal.Article, StringComparison.Ordinal);
        Assert.Equal(4, refusal.Conflicts.Count);
        Assert.True(Ask(Regime.PrivateSector, Shift("2025-03-17 08:00", "2025-03-17 12:00"), held).IsAllowed);
    }

    [Fact]
    public void The_earliest_start_is_when_enough_hours_have_left_the_seven_days()
    {
        var held = Days("2025-03-13", 4, "08:00", "20:00");

        var refusal = Ask(Regime.HospitalAgent, Shift("2025-03-17 08:00", "2025-03-17 12:00"), held).Refusal!;

        // The seven days that begin on Thursday at 08:00 are full: the next hour of work is after them.
        Assert.Equal(At("2025-03-20 08:00"), refusal.EarliestStart);
        Assert.True(Ask(Regime.HospitalAgent, Shift("2025-03-20 08:00", "2025-03-20 12:00"), held).IsAllowed);
        Assert.False(Ask(Regime.HospitalAgent, Shift("2025-03-20 07:59", "2025-03-20 11:59"), held).IsAllowed);
    }

    [Fact]
    public void Hours_of_employer_and_Relais_add_up_and_unpaid_breaks_do_not_count()
    {
        var atEmployer = Days("2025-03-10", 4, "08:00", "19:00").Select(duty => new Duty(duty.Id, duty.When, 10 * 60, AtEmployer: true)).ToList();

        Assert.True(Ask(Regime.HospitalAgent, Shift("2025-03-14 08:00", "2025-03-14 16:30", breakMinutes: 30), atEmployer).IsAllowed);
        Assert.False(Ask(Regime.HospitalAgent, Shift("2025-03-14 08:00", "2025-03-14 16:30"), atEmployer).IsAllowed);
    }

    [Fact]
    public void The_private_sector_counts_from_Monday_to_Monday_on_the_clocks_of_the_place()
    {
        var held = Days("2025-03-10", 4, "08:00", "20:00"); // 48 hours from Monday to Thursday

        var sunday = Ask(Regime.PrivateSector, Shift("2025-03-16 22:00", "2025-03-17 06:00"), held).Refusal!;

        Assert.Equal("rest.calendar-week", sunday.Code);
        Assert.Equal(50 * 60, sunday.FoundMinutes);
        Assert.Equal(At("2025-03-17 00:00"), sunday.EarliestStart);
        Assert.True(Ask(Regime.PrivateSector, Shift("2025-03-17 00:00", "2025-03-17 08:00"), held).IsAllowed);
    }

    [Fact]
    public void Sunday_evening_in_Martinique_is_not_yet_Monday()
    {
        var martinique = TimeZoneInfo.FindSystemTimeZoneById("America/Martinique");
        var held = Days("2025-03-10", 4, "08:00", "20:00", martinique);
        var sunday = Shift("2025-03-16 21:00", "2025-03-16 23:00", martinique);
        Assert.Equal("rest.calendar-week", Ask(Regime.PrivateSector, sunday, held, martinique).Refusal!.Code);
        Assert.True(Ask(Regime.PrivateSector, Shift("2025-03-17 00:00", "2025-03-17 02:00", martinique), held, martinique).IsAllowed);
    }

    [Fact]
    public void Monday_begins_earlier_in_Noumea()
    {
        var held = Days("2025-03-10", 4, "08:00", "20:00", Noumea);

        // Monday 02:00 in Nouméa is still Sunday afternoon in Paris.
        var monday = Shift("2025-03-17 02:00", "2025-03-17 08:00", Noumea);

        Assert.True(Ask(Regime.PrivateSector, monday, held, Noumea).IsAllowed);
        Assert.False(Ask(Regime.PrivateSector, monday, held, Paris).IsAllowed);
    }

    [Fact]
    public void A_hospital_doctor_may_exceed_48_hours_in_a_week_but_not_on_average_over_four_months()
    {
        var oneHardWeek = Days("2025-03-10", 5, "08:00", "20:00");
        Assert.True(Ask(Regime.HospitalDoctor, Shift("2025-03-15 08:00", "2025-03-15 20:00"), oneHardWeek).IsAllowed);

        // Every day of 1 March to 30 June but Sundays, 8 hours: 105 days of work are 48.2 hours a week over 122 days.
        var longSeason = Days("2025-03-01", 122, "08:00", "16:00").Where(duty => duty.When.Start.DayOfWeek != DayOfWeek.Sunday).ToList();
        var refusal = Ask(Regime.HospitalDoctor, Shift("2025-06-29 08:00", "2025-06-29 18:00"), longSeason).Refusal!;

        Assert.Equal("rest.average-cap", refusal.Code);
        Assert.Equal(48 * 60, refusal.LimitMinutes);
        Assert.True(refusal.FoundMinutes > 48 * 60);
        Assert.Contains("R. 6152-27", refusal.Article, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_counts_from_its_first_day_to_the_day_before_its_last()
    {
        const string Rows =
            """
            [{"kind":"working-time","key":"rest","validFrom":"2002-01-06","validTo":"2025-04-01","value":{"rule":"daily-rest","regime":"HospitalAgent","minutes":720},"reference":"ancien"},
             {"kind":"working-time","key":"rest","validFrom":"2025-04-01","value":{"rule":"daily-rest","regime":"HospitalAgent","minutes":660},"reference":"nouveau"}]
            """;
        var law = new RestCheck(WorkingTimeRules.Parse(Rows));

        var before = Ask(Regime.HospitalAgent, Shift("2025-03-31 08:00", "2025-03-31 12:00"), [Shift("2025-03-30 16:00", "2025-03-30 21:00")], law: law);
        var after = Ask(Regime.HospitalAgent, Shift("2025-04-01 08:00", "2025-04-01 12:00"), [Shift("2025-03-31 16:00", "2025-03-31 21:00")], law: law);

        Assert.Equal("ancien", before.Refusal!.Article);
        Assert.True(after.IsAllowed);
    }

    [Fact]
    public void What_is_to_be_loaded_depends_on_the_regime()
    {
        var asked = Shift("2025-03-17 08:00", "2025-03-17 12:00").When;

        Assert.Equal(asked, Law.WindowAround(Regime.Liberal, asked, Paris));
        Assert.Equal(asked.Widened(TimeSpan.FromDays(7), TimeSpan.FromDays(7)), Law.WindowAround(Regime.HospitalAgent, asked, Paris));
        Assert.True(Law.WindowAround(Regime.HospitalDoctor, asked, Paris).Start < At("2024-11-17 08:00"));
    }

    private static List<Duty> Days(string first, int count, string from, string to, TimeZoneInfo? zone = null) =>
        [.. Enumerable.Range(0, count)
            .Select(day => DateOnly.Parse(first, CultureInfo.InvariantCulture).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Select(day => Shift($"{day} {from}", $"{day} {to}", zone))];
}
