using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Retention;
using Relais.Kernel.Time;
using Relais.Matching.Rest;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Commitments.Calendar;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

/// <summary>All on Friday 20 November 2026, 10:00 in Paris.</summary>
public class EmployerShiftTests(PostgresServer postgres)
{
    private static readonly string[] MondayNight = ["UID:n", "SUMMARY:Nuit", "DTSTART:20261123T210000", "DTEND:20261124T070000"];
    private static readonly string[] Wednesday = ["UID:w", "SUMMARY:Jour", "DTSTART:20261125T070000", "DTEND:20261125T140000"];

    private readonly PersonId _nurse = PersonId.New();
    private readonly SettableClock _clock = new();

    [Theory, OnEveryEngine]
    public async Task A_typed_shift_counts_in_the_rest_and_is_named_as_the_employers(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);

        await AddAsync(node, "2026-11-23 13:00", "2026-11-23 21:00");

        var refused = await node.RefusedAsync(Hours(_nurse.Value, "2026-11-24 07:00", "2026-11-24 14:00"));
        Assert.Equal(
            "Il y aurait 10 h de repos entre ces horaires et votre poste chez votre employeur, le lundi 23 novembre, de 13 h à 21 h : il en faut 12 h "
            + "(décret n° 2002-9 du 4 janvier 2002, art. 6). Vous pouvez travailler à partir du mardi 24 novembre 2026 à 9 h.",
            refused.Sentence.Replace('\u00a0', ' '));
        var told = await ReadAsync(node);
        Assert.True(told.AreKnown);
        Assert.Equal((At("2026-11-23 13:00"), 480, (EmployerImportId?)null), Assert.Single(told.Shifts) is var shift ? (shift.When.Start, shift.WorkedMinutes, shift.Import) : default);
        Assert.False((await HoldAtAsync(node, "2026-11-24 09:00", "2026-11-24 14:00")).EmployerHoursUnknown);
    }

    [Theory, OnEveryEngine]
    public async Task Hours_told_for_one_week_say_nothing_of_the_next_month(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        Assert.True((await HoldAtAsync(node, "2026-11-30 09:00", "2026-11-30 14:00")).EmployerHoursUnknown);

        await AddAsync(node, "2026-11-26 13:00", "2026-11-26 21:00");

        Assert.False((await HoldAtAsync(node, "2026-12-01 09:00", "2026-12-01 14:00")).EmployerHoursUnknown);
        Assert.True((await HoldAtAsync(node, "2026-12-15 09:00", "2026-12-15 14:00")).EmployerHoursUnknown);
    }

    [Theory, OnEveryEngine]
    public async Task A_typed_shift_that_cannot_be_is_refused_with_a_sentence(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        await AddAsync(node, "2026-11-23 13:00", "2026-11-23 21:00");
        await node.HeldAsync(Hours(_nurse.Value, "2026-11-25 09:00", "2026-11-25 14:00"));

        Assert.Equal("shift.overlap", (await RefusedShiftAsync(node, "2026-11-23 20:00", "2026-11-23 22:00")).Code);
        Assert.Contains("retirez-vous de cet engagement", (await RefusedShiftAsync(node, "2026-11-25 13:00", "2026-11-25 22:00")).Sentence, StringComparison.Ordinal);
        Assert.Equal("shift.length", (await RefusedShiftAsync(node, "2026-12-01 08:00", "2026-12-04 08:00")).Code);
        Assert.Equal("shift.break", (await RefusedShiftAsync(node, "2026-12-01 08:00", "2026-12-01 09:00", breakMinutes: 60)).Code);
        Assert.Equal("shift.period", (await RefusedShiftAsync(node, "2028-12-01 08:00", "2028-12-01 09:00")).Code);
    }

    [Theory, OnEveryEngine]
    public async Task No_employer_is_known_until_a_shift_is_told(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);

        Assert.Null(await WithBookAsync(node, (book, cancellation) => book.DeclareNoEmployerAsync(_nurse, cancellation)));
        Assert.Null(await WithBookAsync(node, (book, cancellation) => book.DeclareNoEmployerAsync(_nurse, cancellation)));
        Assert.True((await ReadAsync(node)) is { AreKnown: true, NoEmployer: true });
        Assert.Equal([_nurse.Value], await node.WithCommitmentsAsync((commitments, cancellation) => commitments.WithKnownEmployerHoursAsync([_nurse.Value, Guid.CreateVersion7()], cancellation)));

        await AddAsync(node, "2026-11-23 13:00", "2026-11-23 21:00");

        Assert.False((await ReadAsync(node)).NoEmployer);
        Assert.NotNull(await WithBookAsync(node, (book, cancellation) => book.DeclareNoEmployerAsync(_nurse, cancellation)));
    }

    [Theory, OnEveryEngine]
    public async Task A_removed_shift_frees_its_hours_and_nobody_removes_that_of_another(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var shift = await AddAsync(node, "2026-11-23 13:00", "2026-11-23 21:00");
        var engagement = await node.HeldAsync(Hours(_nurse.Value, "2026-11-26 09:00", "2026-11-26 14:00"));

        await WithBookAsync(node, (book, cancellation) => book.RemoveAsync(PersonId.New(), shift, cancellation));
        await WithBookAsync(node, (book, cancellation) => book.RemoveAsync(_nurse, engagement, cancellation));
        Assert.Single((await ReadAsync(node)).Shifts);
        await WithBookAsync(node, (book, cancellation) => book.RemoveAsync(_nurse, shift, cancellation));

        Assert.Empty((await ReadAsync(node)).Shifts);
        await node.RefusedAsync(Hours(_nurse.Value, "2026-11-26 09:00", "2026-11-26 14:00"));
    }

    [Theory, OnEveryEngine]
    public async Task A_calendar_is_shown_first_and_held_when_its_person_agrees(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);

        var read = await ReadFileAsync(node, Of(MondayNight, Wednesday));
        Assert.Equal([new Interval(At("2026-11-23 21:00"), At("2026-11-24 07:00")), new Interval(At("2026-11-25 07:00"), At("2026-11-25 14:00"))], read.Report.Shifts);
        Assert.Empty((await ReadAsync(node)).Shifts);
        Assert.Equal(read.Report.Shifts, (await WithBookAsync(node, (book, cancellation) => book.FindReadingAsync(_nurse, read.Id, cancellation)) as CalendarAnswer.Read)!.Report.Shifts);
        Assert.Null(await ApplyAsync(node, read.Id, PersonId.New()));

        Assert.NotNull(await ApplyAsync(node, read.Id));

        Assert.Null(await ApplyAsync(node, read.Id));
        var told = await ReadAsync(node);
        Assert.True(told.AreKnown);
        Assert.Equal([read.Id, read.Id], told.Shifts.Select(shift => shift.Import!.Value));
        Assert.Equal((read.Id, "planning.ics", 2), Assert.Single(told.Imports) is var import ? (import.Id, import.FileName, import.Shifts) : default);
        Assert.Equal("rest.overlap", (await node.RefusedAsync(Hours(_nurse.Value, "2026-11-24 06:00", "2026-11-24 09:00"))).Refusal.Code);
        Assert.Equal("2 shifts", (await node.ReadAsync<JournalEntry>(entry => entry.Action == "employer.calendar-imported")).Single().Detail);
    }

    [Theory, OnEveryEngine]
    public async Task A_calendar_that_overlaps_what_is_held_is_kept_out_with_a_sentence(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        await node.HeldAsync(Hours(_nurse.Value, "2026-11-24 05:00", "2026-11-24 12:00"));
        await AddAsync(node, "2026-11-25 13:00", "2026-11-25 18:00");

        var report = (await ImportAsync(node, Of(MondayNight, Wednesday, ["DTSTART:20261127T070000", "DURATION:PT7H"]))).Report;

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
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);

        var report = (await ImportAsync(node, Of(
            ["DTSTART:20261123T070000", "DURATION:PT5H"], ["DTSTART:20261123T080000", "DURATION:PT1H"], ["DTSTART:20261123T110000", "DURATION:PT3H"], ["DTSTART:20261123T140000", "DURATION:PT1H"]))).Report;

        Assert.Equal(2, report.Joined);
        Assert.Equal([420, 60], (await ReadAsync(node)).Shifts.Select(shift => shift.WorkedMinutes));
        Assert.Equal(At("2026-11-23 14:00"), report.Shifts[0].End);
    }

    [Theory, OnEveryEngine]
    public async Task Nothing_of_a_file_is_dropped_in_silence(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        var file = Of(
            ["SUMMARY:RH", "DTSTART;VALUE=DATE:20261123", "RRULE:FREQ=WEEKLY"],
            ["SUMMARY:Anniversaire", "DTSTART:20201124T100000", "DURATION:PT1H", "RRULE:FREQ=YEARLY"],
            ["SUMMARY:Libre", "TRANSP:TRANSPARENT", "DTSTART:20261124T100000", "DURATION:PT1H"],
            ["SUMMARY:Rappel", "DTSTART:20261124T100000"],
            ["SUMMARY:Cong\u00e9s", "DTSTART:20261201T080000", "DURATION:P5D"],
            ["SUMMARY:Annul\u00e9", "STATUS:CANCELLED", "DTSTART:20261201T080000"],
            ["SUMMARY:Vieux", "DTSTART:20191201T080000", "DURATION:PT8H"]);

        var report = (await ReadFileAsync(node, file)).Report;

        Assert.Empty(report.Shifts);
        Assert.Equal(["Anniversaire", "Congés", "Libre", "RH", "Rappel"], report.LeftOut.Select(one => one.Label).Order(StringComparer.Ordinal));
        Assert.Equal(5, report.LeftOut.Select(one => one.Sentence).Distinct().Count());
        Assert.Equal((1, 1), (report.Cancelled, report.OutsidePeriod));
        Assert.Equal(57, (await ReadFileAsync(node, file, wholeDaysAreWorked: true)).Report.Shifts.Count);
    }

    [Theory, OnEveryEngine]
    public async Task The_same_file_imported_again_replaces_what_it_told(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        await ImportAsync(node, Of(MondayNight, Wednesday));

        var same = await ImportAsync(node, Of(MondayNight, Wednesday), "copie.ics");
        Assert.Equal((2, 2), (same.Report.Replaced, same.Report.Shifts.Count));
        var changed = await ImportAsync(node, Of(Wednesday, ["DTSTART:20261126T070000", "DURATION:PT7H"]), "C:\\t\u00e9l\u00e9chargements\\copie (2).ics");

        Assert.Empty(changed.Report.LeftOut);
        var told = await ReadAsync(node);
        Assert.Equal([At("2026-11-25 07:00"), At("2026-11-26 07:00")], told.Shifts.Select(shift => shift.When.Start));
        Assert.Equal(changed.Id, Assert.Single(told.Imports).Id);
    }

    [Theory, OnEveryEngine]
    public async Task The_next_months_file_keeps_the_hours_that_are_over(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        await ImportAsync(node, Of(MondayNight, Wednesday, ["DTSTART:20261130T070000", "DURATION:PT7H"]));
        _clock.Set(At("2026-11-26 10:00"));

        var next = await ImportAsync(node, Of(["DTSTART:20261201T070000", "DURATION:PT7H"]));

        Assert.Equal(1, next.Report.Replaced);
        var told = await ReadAsync(node);
        Assert.Equal([At("2026-11-23 21:00"), At("2026-11-25 07:00"), At("2026-12-01 07:00")], told.Shifts.Select(shift => shift.When.Start));
        Assert.Equal((next.Id, 3), Assert.Single(told.Imports) is var import ? (import.Id, import.Shifts) : default);
        await WithBookAsync(node, (book, cancellation) => book.RemoveImportAsync(_nurse, next.Id, cancellation));
        Assert.Empty((await ReadAsync(node)).Shifts);
    }

    [Theory, OnEveryEngine]
    public async Task A_bad_file_is_refused_with_its_line_and_leaves_nothing(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);

        var refused = Assert.IsType<CalendarAnswer.Refused>(await AnswerAsync(node, Of(MondayNight, ["DTSTART:20261325T070000"])));

        Assert.Equal(11, refused.Line);
        Assert.Equal("Ligne 11 : « 20261325T070000 » n’est pas une date ou une heure (par exemple 20261123T080000).", refused.Sentence.Replace('\u00a0', ' '));
        Assert.Empty((await ReadAsync(node)).Imports);
    }

    [Theory, OnEveryEngine]
    public async Task What_was_told_is_forgotten_in_time_and_on_demand(Engine engine)
    {
        await using var installation = await Installation.CreateAsync(engine, postgres);
        var node = Start(installation);
        await ImportAsync(node, Of(MondayNight, Wednesday));
        var waiting = await ReadFileAsync(node, Of(MondayNight), fileName: "autre.ics");
        await node.HeldAsync(Hours(_nurse.Value, "2026-11-28 09:00", "2026-11-28 14:00"));

        await PurgeAsync(node, At("2026-11-25 00:00"));
        Assert.Equal(At("2026-11-25 07:00"), Assert.Single((await ReadAsync(node)).Shifts).When.Start);
        Assert.Null(await ApplyAsync(node, waiting.Id));
        await WithBookAsync(node, (book, cancellation) => book.ForgetAsync(_nurse, cancellation));

        Assert.True((await ReadAsync(node)) is { AreKnown: false, Shifts.Count: 0, Imports.Count: 0 });
        await node.RefusedAsync(Hours(_nurse.Value, "2026-11-28 09:00", "2026-11-28 14:00"));
    }

    private static Task<bool> PurgeAsync(Node node, DateTimeOffset endedBefore) => WithServicesAsync(node, async (services, cancellation) =>
    {
        foreach (var rule in services.GetServices<IRetentionRule>().Where(rule => rule.Key.StartsWith("commitments.", StringComparison.Ordinal)))
        {
            await rule.ApplyAsync(endedBefore, cancellation);
        }

        return true;
    });

    private static async Task<T> WithServicesAsync<T>(Node node, Func<IServiceProvider, CancellationToken, Task<T>> work)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        await using var scope = node.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    private static Task<T> WithBookAsync<T>(Node node, Func<IEmployerShifts, CancellationToken, Task<T>> work) =>
        WithServicesAsync(node, (services, cancellation) => work(services.GetRequiredService<IEmployerShifts>(), cancellation));

    private static Task<bool> WithBookAsync(Node node, Func<IEmployerShifts, CancellationToken, Task> work) => WithBookAsync(node, async (book, cancellation) =>
    {
        await work(book, cancellation);
        return true;
    });

    private Node Start(Installation installation)
    {
        _clock.Set(At("2026-11-20 10:00"));
        return installation.AddNode(services => services.AddSingleton<TimeProvider>(_clock));
    }

    private Task<EmployerHours> ReadAsync(Node node) => WithBookAsync(node, (book, cancellation) => book.ReadAsync(_nurse, cancellation));

    private async Task<HoldAnswer.Held> HoldAtAsync(Node node, string start, string end) =>
        Assert.IsType<HoldAnswer.Held>(await node.HoldAsync(Hours(_nurse.Value, start, end)));

    private async Task<CommitmentId> AddAsync(Node node, string start, string end) =>
        Assert.IsType<ShiftAnswer.Recorded>(await TypeAsync(node, start, end, breakMinutes: 0)).Id;

    private async Task<ShiftAnswer.Refused> RefusedShiftAsync(Node node, string start, string end, int breakMinutes = 0) =>
        Assert.IsType<ShiftAnswer.Refused>(await TypeAsync(node, start, end, breakMinutes));

    private Task<ShiftAnswer> TypeAsync(Node node, string start, string end, int breakMinutes) => WithBookAsync(node, (book, cancellation) => book.AddAsync(
        new NewEmployerShift { Person = _nurse, When = new Interval(At(start), At(end)), BreakMinutes = breakMinutes, TimeZone = "Europe/Paris" },
        cancellation));

    private Task<CalendarAnswer> AnswerAsync(Node node, string file, string fileName = "planning.ics", bool wholeDaysAreWorked = false) =>
        WithBookAsync(node, (book, cancellation) => book.ReadCalendarAsync(
            new CalendarUpload
            {
                Person = _nurse,
                FileName = fileName,
                Content = new MemoryStream(Encoding.UTF8.GetBytes(file)),
                TimeZone = "Europe/Paris",
                WholeDaysAreWorked = wholeDaysAreWorked,
            },
            cancellation));

    private async Task<CalendarAnswer.Read> ReadFileAsync(Node node, string file, string fileName = "planning.ics", bool wholeDaysAreWorked = false) =>
        Assert.IsType<CalendarAnswer.Read>(await AnswerAsync(node, file, fileName, wholeDaysAreWorked));

    private Task<CalendarAnswer?> ApplyAsync(Node node, EmployerImportId id, PersonId? person = null) =>
        WithBookAsync(node, (book, cancellation) => book.ApplyAsync(person ?? _nurse, id, cancellation));

    private async Task<CalendarAnswer.Read> ImportAsync(Node node, string file, string fileName = "planning.ics") =>
        Assert.IsType<CalendarAnswer.Read>(await ApplyAsync(node, (await ReadFileAsync(node, file, fileName)).Id));
}
