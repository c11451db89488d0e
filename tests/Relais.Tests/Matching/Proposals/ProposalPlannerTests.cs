using Relais.Matching.Certificates;
using Relais.Matching.Eligibility;
using Relais.Matching.Instances;
using Relais.Matching.Planning;
using Relais.Matching.Proposals;
using Relais.Matching.Ranking;
using Relais.Matching.Rest;
using Relais.Tests.Matching.Rest;

namespace Relais.Tests.Matching.Proposals;

/// <summary>A plan of a territory is what its files say, keeps the law, and can be made again by anybody.</summary>
public sealed class ProposalPlannerTests : IDisposable
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly WorkingTimeRules Law = WorkingTimeRules.ReadEmbedded();
    private static readonly RestCheck Rest = new(Law);

    /// <summary>Monday 24 March 2025: the clocks change at the end of the week.</summary>
    private static readonly DateTimeOffset Monday = new(2025, 3, 24, 0, 0, 0, TimeSpan.FromHours(1));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("relais-proposal-");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Seeds))]
    public void The_files_let_serve_whom_no_rule_stops_and_nobody_else(int seed)
    {
        var input = Invent(seed);
        ProposalFolder.Write(input, _folder.FullName);

        var instance = ShiftFolder.Read(_folder.FullName);
        var ranker = new Ranker(instance);
        var eligible = from person in Enumerable.Range(0, input.People.Count)
                       from shift in Enumerable.Range(0, input.Shifts.Count)
                       where ranker.WhyNot(person, shift) is PairRule.None
                       select (person, shift);

        Assert.Equal(input.Chances.Select(chance => (chance.Person, chance.Shift)).Order(), eligible.Order());
        Assert.All(input.Chances, chance =>
        {
            var cost = ranker.Explain(chance.Person, chance.Shift);
            Assert.Equal(cost.Kilometres + chance.Penalty + (input.Costs.Load * input.People[chance.Person].Load), cost.Cost);
        });
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_plan_keeps_the_law_and_its_files_prove_it_and_make_it_again(int seed)
    {
        var proposal = Plan(Invent(seed));

        Assert.NotEmpty(proposal.Plan.Assignments);
        foreach (var mine in proposal.Plan.Assignments.GroupBy(one => one.Volunteer))
        {
            var person = proposal.Input.People[mine.Key];
            var shifts = mine.Select(one => proposal.Input.Shifts[one.Shift]).Select(shift => new Duty(Guid.NewGuid(), shift.When, shift.WorkedMinutes)).ToList();
            Assert.InRange(shifts.Select(shift => PlaceTime.DayOf(shift.When.Start, Paris)).Union(person.Days?.Held ?? new HashSet<DateOnly>()).Count(), 0, person.Days?.Limits.YearlyDays ?? 366);
            Assert.All(shifts, asked => Assert.True(RestOracle.Allows(person.Regime, asked, [.. person.Held, .. shifts.Where(other => other != asked)], Paris, step: 30)));
        }

        var instance = ShiftFolder.Read(_folder.FullName);
        Assert.Equal(new CertificateVerdict(Fault: null, proposal.Plan.Bound), CertificateCheck.Of(instance, proposal.Plan.Prices, proposal.Plan.Cuts));
        Assert.Equal(proposal.Plan.Assignments, ShiftPlanner.Plan(instance, new PlanRequest(), progress: null, CancellationToken.None).Assignments);
    }

    /// <summary>Five days of twelve hours are 36 in one calendar week and 24 in the next, but 60 in seven days.</summary>
    [Fact]
    public void What_the_law_refuses_beside_others_is_left_out_and_the_rest_planned_again()
    {
        var proposal = Plan(Fortnight(Regime.HospitalAgent));

        Assert.Equal((4, 1), (proposal.Plan.Assignments.Count, proposal.Plan.OpenPosts));
        Assert.Equal(4, proposal.Input.Chances.Count);
        Assert.Equal(5, Plan(Fortnight(Regime.PrivateSector)).Plan.Assignments.Count);
    }

    /// <summary>Three days of the year are taken; the fourth shift of the plan would be the fifth day of the month.</summary>
    [Fact]
    public void A_plan_gives_nobody_more_days_than_they_may_have()
    {
        DateOnly[] held = [new(2025, 1, 8), new(2025, 1, 9), new(2025, 3, 2)];

        Assert.Equal(2, Days(new DayLimits([], [], YearlyDays: 5)));
        Assert.Equal(4, Days(new DayLimits([new DaySpan(new DateOnly(2020, 1, 1), null)], [new CandidateAgreement(new DaySpan(new DateOnly(2025, 1, 1), null), MonthlyDays: 4)], YearlyDays: null)));
        Assert.Equal(5, Days(new DayLimits([], [new CandidateAgreement(new DaySpan(new DateOnly(2025, 1, 1), null), MonthlyDays: 1)], YearlyDays: 366)));

        // Known beforehand, where a limit is the only thing in the way: the plan is made with it, and nothing is left out after.
        DateOnly[] asked = [new(2025, 3, 28), new(2025, 3, 29), new(2025, 3, 30), new(2025, 3, 31), new(2025, 4, 1), new(2025, 1, 8)];
        Assert.Equal(3, new DayLimits([], [], YearlyDays: 5).MostOf(held.ToHashSet(), asked));
        Assert.Equal(6, DayLimits.None.MostOf(held.ToHashSet(), asked));

        int Days(DayLimits limits)
        {
            var input = Fortnight(Regime.PrivateSector);
            return Plan(input with { People = [input.People[0] with { Days = new DayAllowance(limits, held.ToHashSet()) }] }).Plan.Assignments.Count;
        }
    }

    [Fact]
    public void The_strictest_of_several_laws_counts_for_all()
    {
        var day = new DateOnly(2025, 3, 24);

        Assert.Equal(new StrictestRules(720, 2880), StrictestRules.Of(Law, [Regime.PrivateSector, Regime.HospitalAgent], day));
        Assert.Equal(new StrictestRules(660, 10_080), StrictestRules.Of(Law, [Regime.HospitalDoctor], day));
        Assert.Equal(new StrictestRules(0, 10_080), StrictestRules.Of(Law, [Regime.Liberal], day));
    }

    private Proposal Plan(ProposalInput input) => ProposalPlanner.Plan(input, _folder.FullName, Rest, new PlanRequest(), progress: null, CancellationToken.None);

    private static ProposalInput Fortnight(Regime regime) => new(
        Monday,
        [.. Enumerable.Range(4, 5).Select(day => Shift(Monday.AddDays(day).AddHours(8), hours: 12))],
        [new PlannedPerson(regime, default, Load: 0, MostShifts: 9, [])],
        [.. Enumerable.Range(0, 5).Select(shift => new Chance(0, shift, Penalty: 0))],
        new ProposalCosts(20_000, 15, 10), RestMinutes: 720, WeekMinutes: 2880);

    private static PlannedShift Shift(DateTimeOffset start, int hours) =>
        new(new Interval(start, start.AddHours(hours)), hours * 60, Paris, default, Posts: 1, Urgency: 1, "290000017");

    /// <summary>Two dozen people under every law, held to some shifts already, and twenty shifts on half hours in two weeks.</summary>
    private static ProposalInput Invent(int seed)
    {
        var random = new Random(seed);
        var shifts = Enumerable.Range(0, 20).Select(_ =>
        {
            var (start, minutes) = (Monday.AddMinutes(30 * random.Next(14 * 48)), 30 * random.Next(8, 25));
            return new PlannedShift(new Interval(start, start.AddMinutes(minutes)), minutes - (30 * random.Next(2)), Paris, Point(random), random.Next(1, 4), random.Next(1, 4), "290000017", Vulnerability: random.Next(0, 101));
        }).ToList();
        var people = Enumerable.Range(0, 24).Select(number => new PlannedPerson((Regime)(number % 4), Point(random), random.Next(5), random.Next(1, 5), Held(random, (Regime)(number % 4)), Allowance(random))).ToList();
        var chances = from person in Enumerable.Range(0, people.Count)
                      from shift in Enumerable.Range(0, shifts.Count)
                      where random.Next(3) is 0 && Allows(people[person], shifts[shift])
                      select new Chance(person, shift, 10 * random.Next(5));
        var strictest = StrictestRules.Of(Law, people.Select(person => person.Regime), new DateOnly(2025, 3, 24));
        return new ProposalInput(Monday, shifts, people, [.. chances], new ProposalCosts(20_000, 15, 10), strictest.RestMinutes, strictest.WeekMinutes);
    }

    /// <summary>One in three may have two days more at most.</summary>
    private static DayAllowance? Allowance(Random random) => random.Next(3) is 0
        ? new DayAllowance(new DayLimits([], [], YearlyDays: random.Next(2, 4)), new HashSet<DateOnly> { new(2025, 2, 3) })
        : null;

    private static List<Duty> Held(Random random, Regime regime)
    {
        var held = new List<Duty>();
        for (var number = random.Next(5); number > 0; number--)
        {
            var start = Monday.AddMinutes(30 * random.Next(-5 * 48, 16 * 48));
            var duty = new Duty(Guid.NewGuid(), new Interval(start, start.AddHours(random.Next(7, 13))));
            if (RestOracle.Allows(regime, duty, held, Paris, step: 30))
            {
                held.Add(duty);
            }
        }

        return held;
    }

    private static bool Allows(PlannedPerson person, PlannedShift shift) => Rest.Allows(new RestQuestion
    {
        Regime = person.Regime, Asked = new Duty(Guid.Empty, shift.When, shift.WorkedMinutes), Held = person.Held, Zone = Paris, KnownEmployerShifts = false,
    });

    private static PlanPoint Point(Random random) => new(Math.Round(47.5 + random.NextDouble(), 5), Math.Round(-4 + (2 * random.NextDouble()), 5));
}
