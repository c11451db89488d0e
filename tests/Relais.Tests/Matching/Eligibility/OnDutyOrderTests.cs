using Relais.Matching.Eligibility;
using Relais.Matching.Rest;
using Relais.Matching.Waves;

namespace Relais.Tests.Matching.Eligibility;

public sealed class OnDutyOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly Interval Duty = new(Now.AddHours(-1), Now.AddHours(5));

    [Fact]
    public void Who_is_on_duty_when_the_shift_begins_is_asked_before_who_only_said_to_be_free()
    {
        var onDuty = Person(1) with { OnDuty = Duty };
        var free = Person(2) with { Spells = [new CandidateSpell(new Interval(Now, Now.AddDays(2)), IsFree: true)] };
        var silent = Person(3);

        var order = Ask([silent, free, onDuty], Need(startsIn: 3));

        Assert.Equal([onDuty.Person, free.Person, silent.Person], order.Select(person => person.Survivor.Person.Person));
        Assert.Equal(["on-duty", "journey:10", "asked:0"], WaveOrder.Reasons(order[0]));
        Assert.Equal(["declared-free", "journey:10", "asked:0"], WaveOrder.Reasons(order[1]));
    }

    [Fact]
    public void The_own_pool_of_the_establishment_and_those_on_standby_still_come_first()
    {
        var (onDuty, own, standby) = (Person(1) with { OnDuty = Duty }, Person(2), Person(3));
        var survivors = Funnel.Of(CandidateIndex.Of([onDuty, own, standby]), Need(startsIn: 3)).Survivors.ToDictionary(survivor => survivor.Person.Person);

        Askable[] order = [.. new[] { new Askable(survivors[onDuty.Person], 0, 1), new Askable(survivors[own.Person], 0, 0), new Askable(survivors[standby.Person], 0, 1, IsOnStandby: true) }.Order(WaveOrder.Instance)];

        Assert.Equal([standby.Person, own.Person, onDuty.Person], order.Select(person => person.Survivor.Person.Person));
    }

    [Theory]
    [InlineData(6, false)] // Begins after the hour said.
    [InlineData(3, true)]
    public void It_counts_for_shifts_that_begin_before_the_hour_said_and_waives_the_notice(int startsIn, bool counts)
    {
        var person = Person(1) with { OnDuty = Duty, NoticeHours = 24 };

        Assert.Equal(counts ? null : "notice", Funnel.WhyNot(person, Need(startsIn)));
        Assert.Equal(counts, ProfileRules.IsOnDuty(person, Need(startsIn)));
    }

    [Fact]
    public void A_block_a_pause_and_the_night_still_stop_who_is_on_duty()
    {
        var person = Person(1) with { OnDuty = Duty };

        Assert.Equal("availability", Funnel.WhyNot(person with { Spells = [new CandidateSpell(new Interval(Now, Now.AddDays(1)), IsFree: false)] }, Need(startsIn: 3)));
        Assert.Equal("availability", Funnel.WhyNot(person with { Nights = false }, Need(startsIn: 3)));
        Assert.Equal("pause", Funnel.WhyNot(person with { IsOn = false }, Need(startsIn: 3)));
    }

    private static Askable[] Ask(IEnumerable<Candidate> people, NeedProfile need) =>
        [.. Funnel.Of(CandidateIndex.Of([.. people]), need).Survivors.Select(survivor => new Askable(survivor, AskedRecently: 0, Pool: 1)).Order(WaveOrder.Instance)];

    private static Candidate Person(int number) => new()
    {
        Person = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Skills = [new CandidateSkill(Cell: 1, Profession: 0, Years: 3, ExpiresOn: null)],
        Regime = Regime.HospitalAgent,
        Home = 0,
        TravelMinutes = 60,
        Zone = Paris,
    };

    private static NeedProfile Need(int startsIn) => new()
    {
        Cell = 1,
        Profession = 0,
        Level = 0,
        When = new Interval(Now.AddHours(startsIn), Now.AddHours(startsIn + 10)),
        Zone = Paris,
        Commune = 0,
        Minutes = _ => 10,
        Now = Now,
    };
}
