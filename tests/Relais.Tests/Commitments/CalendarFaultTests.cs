using System.Diagnostics;
using System.Text;
using Relais.Commitments.Calendars;
using static Relais.Tests.Commitments.Calendar;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>Bad files: each is refused with the line at fault, none breaks the reader.</summary>
public class CalendarFaultTests
{
    [Theory]
    [InlineData("DTSTART:20260230T070000", 5, "n’est pas une date")]
    [InlineData("DTSTART:demain", 5, "n’est pas une date")]
    [InlineData("DTSTART:99991231T070000", 5, "n’est pas une date")]
    [InlineData("DTSTART;VALUE=DATE:20260302T070000", 5, "n’est pas une date")]
    [InlineData("DTSTART;TZID=Europe/Carhaix:20260302T070000", 5, "fuseau horaire")]
    [InlineData("DTSTART;TZID=../../etc/passwd:20260302T070000", 5, "fuseau horaire")]
    [InlineData("SUMMARY:sans début", 4, "n’a pas de début")]
    [InlineData("DTSTART:20260302T070000|DTEND:20260302T060000", 6, "avant le début")]
    [InlineData("DTSTART:20260302T070000|DTEND;VALUE=DATE:20260303", 6, "deux jours ou deux heures")]
    [InlineData("DTSTART:20260302T070000|DTSTART:20260302T080000", 6, "deux fois")]
    [InlineData("DTSTART:20260302T070000|DTEND:20260302T080000|DURATION:PT1H", 7, "une fin et une durée")]
    [InlineData("DTSTART:20260302T070000|DURATION:-PT1H", 6, "n’est pas une durée")]
    [InlineData("DTSTART:20260302T070000|DURATION:PT", 6, "n’est pas une durée")]
    [InlineData("DTSTART:20260302T070000|DURATION:P99999D", 6, "n’est pas une durée")]
    [InlineData("DTSTART:20260302T070000|RRULE:FREQ=FORTNIGHTLY", 6, "n’est pas comprise")]
    [InlineData("DTSTART:20260302T070000|RRULE:COUNT=2", 6, "n’est pas comprise")]
    [InlineData("DTSTART:20260302T070000|RRULE:FREQ=DAILY;COUNT=0", 6, "n’est pas comprise")]
    [InlineData("DTSTART:20260302T070000|RRULE:FREQ=DAILY;INTERVAL=1001", 6, "n’est pas comprise")]
    [InlineData("DTSTART:20260302T070000|RRULE:FREQ=WEEKLY;BYDAY=1MO", 6, "n’est pas comprise")]
    [InlineData("DTSTART:20260302T070000|RRULE:FREQ=DAILY;FREQ=WEEKLY", 6, "n’est pas comprise")]
    [InlineData("DTSTART:20260302T070000|RRULE:FREQ=DAILY;UNTIL=jamais", 6, "n’est pas une date")]
    [InlineData("DTSTART:20260302T070000|EXDATE:20260302T070000,hier", 6, "n’est pas une date")]
    [InlineData("DTSTART:20260302T070000|ceci n’est rien", 6, "NOM:VALEUR")]
    [InlineData("DTSTART;TZID=\"Europe/Paris:20260302T070000", 5, "NOM:VALEUR")]
    [InlineData("DTSTART:20260302T070000|END:VTODO", 6, "ne ferme pas")]
    public void A_bad_event_is_refused_with_its_line(string lines, int line, string reason)
    {
        var fault = FaultOf(Of(lines.Split('|')));

        Assert.Equal(line, fault.Line);
        Assert.Contains(reason, fault.Sentence.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null, "vide")]
    [InlineData("Date;Poste\n23/11/2026;Jour", 1, "NOM:VALEUR")]
    [InlineData("<html>", 1, "NOM:VALEUR")]
    [InlineData(" BEGIN:VCALENDAR", 1, "ne continue aucune ligne")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT", 1, "BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", null, "aucun événement")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260302T070000", 2, "fichier est coupé")]
    [InlineData("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR", 3, "BEGIN:VCALENDAR")]
    public void What_is_not_a_calendar_is_refused(string file, int? line, string reason)
    {
        var fault = FaultOf(file);

        Assert.Equal(line, fault.Line);
        Assert.Contains(reason, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_its_line()
    {
        var file = Encoding.Latin1.GetBytes(Of(["SUMMARY:Sant\u00e9", "DTSTART:20260302T070000"]));

        Assert.Equal(5, CalendarReader.Read(file, Paris, Year).Fault!.Line);
    }

    [Fact]
    public void A_file_of_more_than_a_megabyte_is_refused() =>
        Assert.Contains("1 Mo", FaultOf(Of(["DTSTART:20260302T070000", $"DESCRIPTION:{new string('x', CalendarReader.MostBytes)}"])).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_too_many_events_is_refused() =>
        Assert.Contains("plus de", FaultOf(Of([.. Enumerable.Repeat<string[]>(["DTSTART:20260302T070000"], CalendarReader.MostEvents + 1)])).Sentence, StringComparison.Ordinal);

    /// <summary>A rule that never falls on its day, dates without end, thousands of exceptions: a file cannot keep the server busy.</summary>
    [Fact]
    public void A_file_made_to_exhaust_the_reader_is_answered_soon()
    {
        string[] never = ["DTSTART:19000101T070000", "DURATION:PT1H", "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU"];
        string[] endless = ["DTSTART:19000101T070000", "DURATION:PT1H", "RRULE:FREQ=DAILY"];
        string[] excepted = ["DTSTART:19000101T070000", "DURATION:PT1H", "RRULE:FREQ=DAILY", $"EXDATE:{string.Join(',', Enumerable.Repeat("20260302T070000", 50_000))}"];
        var clock = Stopwatch.StartNew();

        Assert.Contains("répète trop", FaultOf(Of([.. Enumerable.Repeat(never, 2000), .. Enumerable.Repeat(endless, 2000)])).Sentence, StringComparison.Ordinal);
        Assert.Null(Read(Of(excepted)).Fault);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    /// <summary>Whatever is cut out of a good file, the answer is a reading or a fault, never an exception.</summary>
    [Fact]
    public void A_damaged_file_is_answered()
    {
        var file = Of(
            ["UID:a", "DTSTART;TZID=Europe/Paris:20260302T070000", "DTEND;TZID=Europe/Paris:20260302T140000", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;UNTIL=20260601T000000Z", "EXDATE:20260316T070000"],
            ["UID:a", "RECURRENCE-ID:20260330T070000", "DTSTART:20260331T070000", "DURATION:P1DT2H"]);
        var random = new Random(20261123);

        for (var turn = 0; turn < 3000; turn++)
        {
            var from = random.Next(file.Length);
            var damaged = turn % 2 == 0
                ? file.Remove(from, random.Next(Math.Min(30, file.Length - from)))
                : file.Remove(from, 1).Insert(from, ((char)random.Next(9, 126)).ToString());
            var (occurrences, fault) = Read(damaged);
            Assert.True(occurrences is null != fault is null);
        }
    }
}
