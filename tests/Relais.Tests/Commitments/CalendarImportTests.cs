using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Commitments.Calendar;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

public class CalendarImportTests(PostgresServer postgres)
{
    private static readonly string[] MondayNight = ["UID:n", "SUMMARY:Nuit", "DTSTART:20261123T210000", "DTEND:20261124T070000"];
    private static readonly string[] Wednesday = ["UID:w", "SUMMARY:Jour", "DTSTART:20261125T070000", "DTEND:20261125T140000"];

    [Theory, OnEveryEngine]
    public async Task A_calendar_is_shown_first_and_held_when_its_person_agrees(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);

        var read = await told.ReadFileAsync(Of(MondayNight, Wednesday));
        Assert.Equal([new Interval(At("2026-11-23 21:00"), At("2026-11-24 07:00")), new Interval(At("2026-11-25 07:00"), At("2026-11-25 14:00"))], read.Report.Shifts);
        Assert.Empty((await told.ReadAsync()).Shifts);
        Assert.Equal(read.Report.Shifts, (await told.WithBookAsync((book, cancellation) => book.FindReadingAsync(told.Nurse, read.Id, cancellation)) as CalendarAnswer.Read)!.Report.Shifts);
        Assert.Null(await told.ApplyAsync(read.Id, PersonId.New()));

        Assert.NotNull(await told.ApplyAsync(read.Id));

        Assert.Null(await told.ApplyAsync(read.Id));
        var hours = await told.ReadAsync();
        Assert.True(hours.AreKnown);
        Assert.Equal([read.Id, read.Id], hours.Shifts.Select(shift => shift.Import!.Value));
        Assert.Equal((read.Id, "planning.ics", 2), Assert.Single(hours.Imports) is var import ? (import.Id, import.FileName, import.Shifts) : default);
        Assert.Equal("rest.overlap", (await told.Node.RefusedAsync(Hours(told.Nurse.Value, "2026-11-24 06:00", "2026-11-24 09:00"))).Refusal.Code);
        Assert.Equal("2 shifts", (await told.Node.ReadAsync<JournalEntry>(entry => entry.Action == "employer.calendar-imported")).Single().Detail);
    }

    [Theory, OnEveryEngine]
    public async Task A_calendar_that_overlaps_what_is_held_is_kept_out_with_a_sentence(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        await told.Node.HeldAsync(Hours(told.Nurse.Value, "2026-11-24 05:00", "2026-11-24 12:00"));
        await told.AddAsync("2026-11-25 13:00", "2026-11-25 18:00");

        var report = (await told.ImportAsync(Of(MondayNight, Wednesday, ["DTSTART:20261127T070000", "DURATION:PT7H"]))).Report;

        Assert.Equal([At("2026-11-27 07:00")], report.Shifts.Select(shift => shift.Start));
        Assert.Equal(["Nuit", "Jour"], report.LeftOut.Select(one => one.Label));
        Assert.Equal(
            "Il chevauche un engagement que vous avez pris ici, le mardi 24 novembre, de 5 h à 12 h : il n’est pas enregistré. "
            + "Si vous ne pouvez plus venir, retirez-vous de cet engagement.",
            report.LeftOut[0].Sentence.Replace('\u00a0', ' '));
        Assert.Contains("déjà enregistré, le mercredi 25 novembre", report.LeftOut[1].Sentence, StringComparison.Ordinal);
    }

    [Theory, OnEveryEngine]
    public async Task Events_that_overlap_make_one_shift_and_those_that_touch_stay_two(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);

        var report = (await told.ImportAsync(Of(
            ["DTSTART:20261123T070000", "DURATION:PT5H"], ["DTSTART:20261123T080000", "DURATION:PT1H"], ["DTSTART:20261123T110000", "DURATION:PT3H"], ["DTSTART:20261123T140000", "DURATION:PT1H"]))).Report;

        Assert.Equal(2, report.Joined);
        Assert.Equal([420, 60], (await told.ReadAsync()).Shifts.Select(shift => shift.WorkedMinutes));
        Assert.Equal(At("2026-11-23 14:00"), report.Shifts[0].End);
    }

    [Theory, OnEveryEngine]
    public async Task Nothing_of_a_file_is_dropped_in_silence(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        var file = Of(
            ["SUMMARY:RH", "DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=WEEKLY"],
            ["SUMMARY:Anniversaire", "DTSTART:20201124T100000", "DURATION:PT1H", "RRULE:FREQ=YEARLY"],
            ["SUMMARY:Libre", "TRANSP:TRANSPARENT", "DTSTART:20261124T100000", "DURATION:PT1H"],
            ["SUMMARY:Rappel", "DTSTART:20261124T100000"],
            ["SUMMARY:Cong\u00e9s", "DTSTART:20261201T080000", "DURATION:P5D"],
            ["SUMMARY:Annul\u00e9", "STATUS:CANCELLED", "DTSTART:20261201T080000"],
            ["SUMMARY:Vieux", "DTSTART:20191201T080000", "DURATION:PT8H"]);

        var report = (await told.ReadFileAsync(file)).Report;

        Assert.Empty(report.Shifts);
        Assert.Equal(["Anniversaire", "Congés", "Libre", "RH", "Rappel"], report.LeftOut.Select(one => one.Label).Order(StringComparer.Ordinal));
        Assert.Equal(5, report.LeftOut.Select(one => one.Sentence).Distinct().Count());
        Assert.Equal((1, 1), (report.Cancelled, report.OutsidePeriod));
        Assert.Equal(57, (await told.ReadFileAsync(file, wholeDaysAreWorked: true)).Report.Shifts.Count);
    }

    [Theory, OnEveryEngine]
    public async Task The_same_file_imported_again_replaces_what_it_told(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        await told.ImportAsync(Of(MondayNight, Wednesday));

        var same = await told.ImportAsync(Of(MondayNight, Wednesday), "copie.ics");
        Assert.Equal((2, 2), (same.Report.Replaced, same.Report.Shifts.Count));
        var changed = await told.ImportAsync(Of(Wednesday, ["DTSTART:20261126T070000", "DURATION:PT7H"]), "C:\\t\u00e9l\u00e9chargements\\copie (2).ics");

        Assert.Empty(changed.Report.LeftOut);
        var hours = await told.ReadAsync();
        Assert.Equal([At("2026-11-25 07:00"), At("2026-11-26 07:00")], hours.Shifts.Select(shift => shift.When.Start));
        Assert.Equal(changed.Id, Assert.Single(hours.Imports).Id);
    }

    [Theory, OnEveryEngine]
    public async Task The_next_months_file_keeps_the_hours_that_are_over(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        await told.ImportAsync(Of(MondayNight, Wednesday, ["DTSTART:20261130T070000", "DURATION:PT7H"]));
        told.Clock.Set(At("2026-11-26 10:00"));

        var next = await told.ImportAsync(Of(["DTSTART:20261201T070000", "DURATION:PT7H"]));

        Assert.Equal(1, next.Report.Replaced);
        var hours = await told.ReadAsync();
        Assert.Equal([At("2026-11-23 21:00"), At("2026-11-25 07:00"), At("2026-12-01 07:00")], hours.Shifts.Select(shift => shift.When.Start));
        Assert.Equal((next.Id, 3), Assert.Single(hours.Imports) is var import ? (import.Id, import.Shifts) : default);
        await told.WithBookAsync((book, cancellation) => book.RemoveImportAsync(told.Nurse, next.Id, cancellation));
        Assert.Empty((await told.ReadAsync()).Shifts);
    }

    [Theory, OnEveryEngine]
    public async Task A_bad_file_is_refused_with_its_line_and_leaves_nothing(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);

        var refused = Assert.IsType<CalendarAnswer.Refused>(await told.AnswerAsync(Of(MondayNight, ["DTSTART:20261325T070000"])));

        Assert.Equal(11, refused.Line);
        Assert.Equal("Ligne 11 : « 20261325T070000 » n’est pas une date ou une heure (par exemple 20261123T080000).", refused.Sentence.Replace('\u00a0', ' '));
        Assert.Empty((await told.ReadAsync()).Imports);
    }

    [Theory, OnEveryEngine]
    public async Task What_was_told_is_forgotten_in_time_and_on_demand(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        await told.ImportAsync(Of(MondayNight, Wednesday));
        var waiting = await told.ReadFileAsync(Of(MondayNight), fileName: "autre.ics");
        await told.Node.HeldAsync(Hours(told.Nurse.Value, "2026-11-28 09:00", "2026-11-28 14:00"));

        await told.PurgeAsync(At("2026-11-25 00:00"));
        Assert.Equal(At("2026-11-25 07:00"), Assert.Single((await told.ReadAsync()).Shifts).When.Start);
        Assert.Null(await told.ApplyAsync(waiting.Id));
        await told.WithBookAsync((book, cancellation) => book.ForgetAsync(told.Nurse, cancellation));

        Assert.True((await told.ReadAsync()) is { AreKnown: false, Shifts.Count: 0, Imports.Count: 0 });
        await told.Node.RefusedAsync(Hours(told.Nurse.Value, "2026-11-28 09:00", "2026-11-28 14:00"));
    }
}
