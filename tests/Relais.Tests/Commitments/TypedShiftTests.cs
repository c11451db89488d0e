using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;
using static Relais.Tests.Commitments.Holding;
using static Relais.Tests.Matching.Rest.RestExamples;

namespace Relais.Tests.Commitments;

public class TypedShiftTests(PostgresServer postgres)
{
    [Theory, OnEveryEngine]
    public async Task A_typed_shift_counts_in_the_rest_and_is_named_as_the_employers(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);

        await told.AddAsync("2026-11-23 13:00", "2026-11-23 21:00");

        var refused = await told.Node.RefusedAsync(Hours(told.Nurse.Value, "2026-11-24 07:00", "2026-11-24 14:00"));
        Assert.Equal(
            "Il y aurait 10 h de repos entre ces horaires et votre poste chez votre employeur, le lundi 23 novembre, de 13 h à 21 h : il en faut 12 h "
            + "(décret n° 2002-9 du 4 janvier 2002, art. 6). Vous pouvez travailler à partir du mardi 24 novembre 2026 à 9 h.",
            refused.Sentence.Replace('\u00a0', ' '));
        var hours = await told.ReadAsync();
        Assert.True(hours.AreKnown);
        Assert.Equal((At("2026-11-23 13:00"), 480, (EmployerImportId?)null), Assert.Single(hours.Shifts) is var shift ? (shift.When.Start, shift.WorkedMinutes, shift.Import) : default);
        Assert.False((await told.HoldAtAsync("2026-11-24 09:00", "2026-11-24 14:00")).EmployerHoursUnknown);
    }

    [Theory, OnEveryEngine]
    public async Task Hours_told_for_one_week_say_nothing_of_the_next_month(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        Assert.True((await told.HoldAtAsync("2026-11-30 09:00", "2026-11-30 14:00")).EmployerHoursUnknown);

        await told.AddAsync("2026-11-26 13:00", "2026-11-26 21:00");

        Assert.False((await told.HoldAtAsync("2026-12-01 09:00", "2026-12-01 14:00")).EmployerHoursUnknown);
        Assert.True((await told.HoldAtAsync("2026-12-15 09:00", "2026-12-15 14:00")).EmployerHoursUnknown);
    }

    [Theory, OnEveryEngine]
    public async Task A_typed_shift_that_cannot_be_is_refused_with_a_sentence(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        await told.AddAsync("2026-11-23 13:00", "2026-11-23 21:00");
        await told.Node.HeldAsync(Hours(told.Nurse.Value, "2026-11-25 09:00", "2026-11-25 14:00"));

        Assert.Equal("shift.overlap", (await told.RefusedShiftAsync("2026-11-23 20:00", "2026-11-23 22:00")).Code);
        Assert.Contains("retirez-vous de cet engagement", (await told.RefusedShiftAsync("2026-11-25 13:00", "2026-11-25 22:00")).Sentence, StringComparison.Ordinal);
        Assert.Equal("shift.length", (await told.RefusedShiftAsync("2026-12-01 08:00", "2026-12-04 08:00")).Code);
        Assert.Equal("shift.break", (await told.RefusedShiftAsync("2026-12-01 08:00", "2026-12-01 09:00", breakMinutes: 60)).Code);
        Assert.Equal("shift.period", (await told.RefusedShiftAsync("2028-12-01 08:00", "2028-12-01 09:00")).Code);
    }

    [Theory, OnEveryEngine]
    public async Task No_employer_is_known_until_a_shift_is_told(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);

        Assert.Null(await told.WithBookAsync((book, cancellation) => book.DeclareNoEmployerAsync(told.Nurse, cancellation)));
        Assert.Null(await told.WithBookAsync((book, cancellation) => book.DeclareNoEmployerAsync(told.Nurse, cancellation)));
        Assert.True((await told.ReadAsync()) is { AreKnown: true, NoEmployer: true });
        Assert.Equal([told.Nurse.Value], await told.Node.WithCommitmentsAsync((commitments, cancellation) => commitments.WithKnownEmployerHoursAsync([told.Nurse.Value, Guid.CreateVersion7()], cancellation)));

        await told.AddAsync("2026-11-23 13:00", "2026-11-23 21:00");

        Assert.False((await told.ReadAsync()).NoEmployer);
        Assert.NotNull(await told.WithBookAsync((book, cancellation) => book.DeclareNoEmployerAsync(told.Nurse, cancellation)));
    }

    [Theory, OnEveryEngine]
    public async Task A_removed_shift_frees_its_hours_and_nobody_removes_that_of_another(Engine engine)
    {
        await using var told = await ToldShifts.StartAsync(engine, postgres);
        var shift = await told.AddAsync("2026-11-23 13:00", "2026-11-23 21:00");
        var engagement = await told.Node.HeldAsync(Hours(told.Nurse.Value, "2026-11-26 09:00", "2026-11-26 14:00"));

        await told.WithBookAsync((book, cancellation) => book.RemoveAsync(PersonId.New(), shift, cancellation));
        await told.WithBookAsync((book, cancellation) => book.RemoveAsync(told.Nurse, engagement, cancellation));
        Assert.Single((await told.ReadAsync()).Shifts);
        await told.WithBookAsync((book, cancellation) => book.RemoveAsync(told.Nurse, shift, cancellation));

        Assert.Empty((await told.ReadAsync()).Shifts);
        await told.Node.RefusedAsync(Hours(told.Nurse.Value, "2026-11-26 09:00", "2026-11-26 14:00"));
    }
}
