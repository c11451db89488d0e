using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Missions.Owed;
using Relais.Reinforcement.Needs;
using Relais.Tests.Infrastructure;
using Relais.Tests.Reinforcement;

namespace Relais.Tests.Missions;

/// <summary>What agreed hours are worth, by which rule, and what becomes of it.</summary>
public sealed class DueTests(PostgresServer postgres)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>Monday 7 December 2026, 18 h at Carhaix.</summary>
    private static readonly DateTimeOffset Evening = new(2026, 12, 7, 17, 0, 0, TimeSpan.Zero);

    /// <summary>Worked by hand with the orders of 28 March 2020 and 17 August 2021: 2 h at 24 €, 3 h at 36 €, 5 h at 48 €.</summary>
    [Theory, OnEveryEngine]
    public async Task Requisitioned_hours_are_owed_band_by_band_with_the_text_that_says_so(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);

        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening, pay: PayBasis.Requisition));

        Assert.Equal((39600, "EUR", Payer.HealthInsurance, DueKind.Hours), (line.Due.Cents, line.Due.Currency, line.Due.Payer, line.Due.Kind));
        Assert.Equal([(120, 2400), (180, 3600), (300, 4800)], line.Due.Parts.Select(part => (part.Minutes, part.HourlyCents)));
        Assert.Contains("17 août 2021", line.Due.Reference, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2027, 2, 28), DueState.Expected), (line.Due.ExpectedOn, line.State));
    }

    [Theory, OnEveryEngine]
    public async Task A_payment_is_noted_taken_back_and_late_when_its_day_is_over(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening, TimeSpan.FromHours(7), pay: PayBasis.Contract, hourlyCents: 1855));
        Assert.Equal((12985, Payer.Facility, new DateOnly(2027, 1, 31)), (line.Due.Cents, line.Due.Payer, line.Due.ExpectedOn));

        Assert.IsType<MissionResult.Unknown>(await PayAsync(house, line, finess: Finess.Stored("350005179")));
        Assert.Equal("no_such_day", Refused(await PayAsync(house, line, on: new DateOnly(2026, 12, 9))));
        Assert.Equal("no_such_day", Refused(await PayAsync(house, line, on: new DateOnly(2026, 12, 6))));
        Assert.IsType<MissionResult.Done>(await PayAsync(house, line));
        var paid = await house.ReadAsync(line.Due.Id);
        Assert.Equal((DueState.Paid, new DateOnly(2026, 12, 8)), (paid.State, paid.Due.PaidOn));

        Assert.IsType<MissionResult.Done>(await house.Node.WithAsync((Payments payments) => payments.TakeBackAsync(PaidHouse.Hospital, line.Due.Id, Stop)));
        Assert.Equal(DueState.Expected, (await house.ReadAsync(line.Due.Id)).State);

        // Midnight at Carhaix is 23 h of the day before at Greenwich.
        house.Clock.Set(new DateTimeOffset(2027, 1, 31, 22, 59, 0, TimeSpan.Zero));
        Assert.Equal(DueState.Expected, (await house.ReadAsync(line.Due.Id)).State);
        house.Clock.Set(new DateTimeOffset(2027, 1, 31, 23, 1, 0, TimeSpan.Zero));
        Assert.Equal(DueState.Late, (await house.ReadAsync(line.Due.Id)).State);
    }

    /// <summary>The orders of 2020 and 2021 forgot the care assistants, who waited for months (domain fact C5).</summary>
    [Theory, OnEveryEngine]
    public async Task Hours_without_a_published_rate_wait_in_plain_sight_until_the_establishment_says_what_it_pays(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening, cell: "care-assistant.intensive-care", pay: PayBasis.Requisition));
        Assert.Equal((DueState.NoRate, null, DueKind.NoRate), (line.State, line.Due.Cents, line.Due.Kind));
        Assert.Equal("no_sum", Refused(await PayAsync(house, line)));

        Assert.IsType<MissionResult.Done>(await house.Node.WithAsync(
            (Payments payments) => payments.StateAsync(PaidHouse.Hospital, line.Due.Id, 18000, "Décision du 9 décembre 2026", new DateOnly(2027, 1, 15), Stop)));

        var stated = await house.ReadAsync(line.Due.Id);
        Assert.Equal((DueState.Expected, 18000, "Décision du 9 décembre 2026", new DateOnly(2027, 1, 15)), (stated.State, stated.Due.Cents, stated.Due.Reference, stated.Due.ExpectedOn));
    }

    [Theory, OnEveryEngine]
    public async Task Nothing_is_owed_for_an_unpaid_mission_but_what_the_establishment_adds(Engine engine)
    {
        await using var house = await PaidHouse.OpenAsync(engine, postgres);
        var line = await house.AgreedAsync(ReinforcementWorld.NewNeed(1, Evening));
        Assert.Equal((DueState.Nothing, null), (line.State, line.Due.Cents));
        Assert.Equal("no_sum", Refused(await PayAsync(house, line)));

        Assert.IsType<MissionResult.Done>(await house.Node.WithAsync((Payments payments) => payments.AddAsync(PaidHouse.Hospital, line.Mission.Id, "Trajet Gourin – Carhaix", 1240, Stop)));

        var added = Assert.Single(await house.Node.ReadAsync<Due>(due => due.Kind == DueKind.Added));
        Assert.Equal(("Trajet Gourin – Carhaix", 1240, new DateOnly(2027, 1, 31)), (added.Label, added.Cents, added.ExpectedOn));
    }

    private static Task<MissionResult> PayAsync(PaidHouse house, DueLine line, DateOnly? on = null, Finess? finess = null) =>
        house.Node.WithAsync((Payments payments) => payments.PayAsync(finess ?? PaidHouse.Hospital, line.Due.Id, on, Stop));

    private static string Refused(MissionResult result) => Assert.IsType<MissionResult.Refused>(result).Code;
}
