using static Relais.Tests.Commitments.Calendar;

namespace Relais.Tests.Commitments;

/// <summary>Vectors of RFC 5545, retyped for rotas; the clocks of Paris change on 29 March and 25 October 2026.</summary>
public class CalendarReaderTests
{
    [Theory]
    [InlineData("DTSTART;TZID=Europe/Paris:20261123T070000", "DTEND;TZID=Europe/Paris:20261123T143000")]
    [InlineData("DTSTART:20261123T060000Z", "DTEND:20261123T133000Z")]
    [InlineData("DTSTART:20261123T070000", "DTEND:20261123T143000")]
    [InlineData("DTSTART:20261123T070000", "DURATION:PT7H30M")]
    [InlineData("DTSTART;TZID=\"Europe/Paris\":20261123T070000", "DURATION:PT450M")]
    [InlineData("DTSTART;TZID=/mozilla.org/20070129_1/Europe/Paris:20261123T070000", "DURATION:PT7H30M")]
    [InlineData("DTSTART;TZID=Romance Standard Time:20261123T070000", "DURATION:PT7H30M")]
    [InlineData("DTSTART;TZID=Pacific/Noumea:20261123T170000", "DTEND:20261123T133000Z")]
    [InlineData("dtstart;value=date-time:20261123T070000", "Duration:PT7H30M")]
    public void The_same_shift_is_read_in_every_way_of_writing_it(string start, string end) =>
        Assert.Equal(["2026-11-23 07:00 > 2026-11-23 14:30"], Dates(start, end));

    [Theory]
    [InlineData("DTEND;VALUE=DATE:20261125", "2026-11-25 00:00")]
    [InlineData("SUMMARY:RH", "2026-11-24 00:00")]
    [InlineData("DURATION:P1W", "2026-11-30 00:00")]
    public void A_day_lasts_from_midnight_to_midnight(string end, string until) =>
        Assert.Equal([$"2026-11-23 00:00 > {until}"], Dates("DTSTART;VALUE=DATE:20261123", end));

    [Fact]
    public void A_weekly_night_begins_and_ends_on_the_clock_across_both_changes()
    {
        Assert.Equal(
            ["2026-03-21 20:00 > 2026-03-22 08:00", "2026-03-28 20:00 > 2026-03-29 08:00", "2026-04-04 20:00 > 2026-04-05 08:00"],
            Dates("DTSTART;TZID=Europe/Paris:20260321T200000", "DTEND;TZID=Europe/Paris:20260322T080000", "RRULE:FREQ=WEEKLY;COUNT=3"));

        var autumn = Read(Of(["DTSTART;TZID=Europe/Paris:20261017T200000", "DTEND;TZID=Europe/Paris:20261018T080000", "RRULE:FREQ=WEEKLY;COUNT=3"]));
        Assert.Equal([12, 13, 12], autumn.Occurrences!.Found.Select(night => (night.End - night.Start).TotalHours));
    }

    [Fact]
    public void The_night_that_clocks_go_forward_lasts_eleven_hours()
    {
        var (occurrences, _) = Read(Of(["DTSTART;TZID=Europe/Paris:20260321T200000", "DTEND;TZID=Europe/Paris:20260322T080000", "RRULE:FREQ=WEEKLY;COUNT=3"]));

        Assert.Equal([12, 11, 12], occurrences!.Found.Select(night => (night.End - night.Start).TotalHours));
    }

    [Fact]
    public void Hours_of_a_duration_elapse_on_the_night_of_a_change() =>
        Assert.Equal(["2026-03-28 20:00 > 2026-03-29 09:00"], Dates("DTSTART:20260328T200000", "DURATION:PT12H"));

    [Fact]
    public void A_weekly_shift_told_in_universal_time_moves_on_the_clock() =>
        Assert.Equal(
            ["2026-03-28 08:00 > 2026-03-28 16:00", "2026-04-04 09:00 > 2026-04-04 17:00"],
            Dates("DTSTART:20260328T070000Z", "DURATION:PT8H", "RRULE:FREQ=WEEKLY;COUNT=2"));

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "02 03 04")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=3", "02 12 22")]
    [InlineData("FREQ=DAILY;UNTIL=20260304", "02 03 04")]
    [InlineData("FREQ=DAILY;UNTIL=20260304T060000Z", "02 03 04")]
    [InlineData("FREQ=DAILY;UNTIL=20260304T055959Z", "02 03")]
    [InlineData("FREQ=DAILY;UNTIL=20260304T065959", "02 03")]
    [InlineData("FREQ=DAILY;BYDAY=MO,TU;COUNT=4", "02 03 09 10")]
    [InlineData("FREQ=WEEKLY;COUNT=3", "02 09 16")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5", "02 04 06 09 11")]
    [InlineData("FREQ=WEEKLY;BYDAY=FR,MO;UNTIL=20260316T235959Z", "02 06 09 13 16")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4", "02 08 16 22")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4;WKST=SU", "02 15 16 29")]
    [InlineData("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "02 03 10")]
    public void A_repetition_falls_on_its_days(string rule, string days) =>
        Assert.Equal(
            days.Split(' ').Select(day => $"2026-03-{day} 07:00 > 2026-03-{day} 14:00"),
            Dates("DTSTART;TZID=Europe/Paris:20260302T070000", "DURATION:PT7H", $"RRULE:{rule}"));

    [Theory]
    [InlineData("EXDATE;TZID=Europe/Paris:20260309T070000")]
    [InlineData("EXDATE:20260309T060000Z")]
    [InlineData("EXDATE;VALUE=DATE:20260309")]
    [InlineData("EXDATE:20260307T070000,20260309T070000")]
    public void An_excepted_date_does_not_take_place(string exception) =>
        Assert.Equal(
            ["2026-03-02 07:00 > 2026-03-02 14:00", "2026-03-16 07:00 > 2026-03-16 14:00"],
            Dates("DTSTART:20260302T070000", "DURATION:PT7H", "RRULE:FREQ=WEEKLY;COUNT=3", exception));

    [Fact]
    public void A_changed_date_takes_the_place_of_the_repeated_one()
    {
        string[] series = ["UID:a", "DTSTART:20260302T070000", "DURATION:PT7H", "RRULE:FREQ=WEEKLY;COUNT=3"];
        string[] moved = ["UID:a", "RECURRENCE-ID:20260309T070000", "DTSTART:20260310T140000", "DURATION:PT7H"];
        string[] cancelled = ["UID:a", "RECURRENCE-ID:20260316T070000", "DTSTART:20260316T070000", "STATUS:CANCELLED"];
        string[] another = ["UID:b", "RECURRENCE-ID:20260302T070000", "DTSTART:20260320T070000", "DURATION:PT1H"];

        Assert.Equal(
            ["2026-03-02 07:00 > 2026-03-02 14:00", "2026-03-10 14:00 > 2026-03-10 21:00", "2026-03-20 07:00 > 2026-03-20 08:00"],
            Dates([moved, series, cancelled, another]));
    }

    [Fact]
    public void A_cancelled_event_and_a_former_version_do_not_take_place()
    {
        string[] former = ["UID:a", "SEQUENCE:1", "DTSTART:20260302T070000", "DURATION:PT7H"];
        string[] latest = ["UID:a", "SEQUENCE:2", "DTSTART:20260303T070000", "DURATION:PT7H"];
        string[] cancelled = ["UID:b", "DTSTART:20260304T070000", "DURATION:PT7H", "STATUS:CANCELLED"];

        Assert.Equal(["2026-03-03 07:00 > 2026-03-03 14:00"], Dates([latest, former, cancelled]));
        Assert.Equal(1, Read(Of(latest, cancelled)).Occurrences!.Cancelled);
    }

    [Fact]
    public void Two_events_under_one_name_are_two_events() =>
        Assert.Equal(2, Dates([["UID:a", "DTSTART:20260302T070000", "DURATION:PT7H"], ["UID:a", "DTSTART:20260303T070000", "DURATION:PT7H"]]).Count);

    [Fact]
    public void Folded_lines_escapes_alarms_and_unknown_properties_do_not_stop_the_reading()
    {
        var (occurrences, fault) = Read(Of(
        [
            "SUMMARY;LANGUAGE=fr:Garde\\, site 2\\n\u00e9t\u00e9 \\\\ long", "  et suite", "X-COLOR;X-A=\"b;c:d\":red",
            "DTSTART;TZID=Europe/", " Paris:20260302T070000", "DURATION:PT7H", "BEGIN:VALARM", "TRIGGER:-PT15M", "DURATION:PT5M", "END:VALARM",
        ]));

        Assert.Null(fault);
        Assert.Equal("Garde, site 2\nété \\ long et suite", Assert.Single(occurrences!.Found).Event.Title);
    }

    [Fact]
    public void A_file_of_other_line_ends_with_a_byte_order_mark_is_read() =>
        Assert.Single(Read("\uFEFF" + Of(["DTSTART:20260302T070000", "DURATION:PT7H"]).Replace("\r\n", "\n", StringComparison.Ordinal)).Occurrences!.Found);

    [Fact]
    public void What_never_meets_the_period_is_counted()
    {
        var (occurrences, _) = Read(Of(["DTSTART:20250302T070000", "DURATION:PT7H"], ["DTSTART:20280302T070000", "DURATION:PT7H", "RRULE:FREQ=DAILY"]));

        Assert.Equal((0, 2), (occurrences!.Found.Count, occurrences.Outside));
    }

    [Fact]
    public void A_shift_across_the_edge_of_the_period_is_found() =>
        Assert.Equal(["2025-12-31 20:00 > 2026-01-01 08:00", "2026-12-31 20:00 > 2027-01-01 08:00"], Dates([
            ["DTSTART:20251231T200000", "DURATION:PT12H"], ["DTSTART:20261231T200000", "DURATION:PT12H"]]));
}
