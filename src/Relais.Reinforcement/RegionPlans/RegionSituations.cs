using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Rules;
using Relais.Matching.Eligibility;
using Relais.Matching.Proposals;
using Relais.Matching.Rest;
using Relais.Matching.Waves;
using Relais.Reinforcement.Coordination;
using Relais.Reinforcement.Coordination.Lateness;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Quotas;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>
/// Gathers what a plan starts from. Who may be asked is decided by the one search that serves previews, waves and calls: the
/// planner has no rules of its own about a person and a need.
/// </summary>
internal sealed class RegionSituations(
    RelaisDb db, NeedsInScope reach, FreePlaces places, CandidateSearch search, ICommitments commitments, ReinforcementDays reinforcementDays, WeekBudget budget, ICommunes communes, IPlaceVulnerability vulnerability,
    DatedRules rules, RestCheck rest, WorkingTimeRules law, TimeProvider clock)
{
    /// <returns>Nothing when no place is free.</returns>
    public async Task<RegionSituation?> OfAsync(Scope scope, DateTimeOffset until, CancellationToken cancellation)
    {
        var needs = await FreeAsync(scope, until, cancellation);
        if (needs.Count is 0)
        {
            return null;
        }

        var people = needs.SelectMany(need => need.Askable.Keys).Distinct().OrderBy(person => person.Value).ToList();
        return new RegionSituation(needs, people, await InputAsync(needs, people, cancellation));
    }

    private async Task<IReadOnlyList<FreeNeed>> FreeAsync(Scope scope, DateTimeOffset until, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var open = await (await reach.OfAsync([scope], cancellation)).Where(need => need.State == NeedState.Open && need.StartsAt > now && need.StartsAt < until)
            .OrderBy(need => need.StartsAt).ThenBy(need => need.Id).ToListAsync(cancellation);
        var free = await places.OfAsync(open, cancellation);
        var ids = free.Keys.ToList();
        var waiting = await db.Set<Offer>().Where(offer => EF.Parameter(ids).Contains(offer.NeedId) && offer.State == OfferState.Waiting)
            .GroupBy(offer => offer.NeedId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        var found = new List<(Need Need, Dictionary<PersonId, Askable> Askable)>();
        foreach (var need in open.Where(need => free.ContainsKey(need.Id)))
        {
            found.Add((need, (await search.SearchAsync(need, cancellation, evenQuiet: true)).Askable.ToDictionary(one => new PersonId(one.Survivor.Person.Person))));
        }

        var lacking = await vulnerability.OfAsync([.. found.Select(one => one.Need.CommuneCode)], cancellation);
        var recently = await search.AskedRecentlyAsync([.. found.SelectMany(one => one.Askable.Keys).Distinct()], cancellation);
        return
        [
            .. found.Select(one => new FreeNeed(
                one.Need, free[one.Need.Id].Count, waiting.GetValueOrDefault(one.Need.Id),
                one.Askable.ToDictionary(who => who.Key, who => who.Value with { AskedRecently = recently.GetValueOrDefault(who.Key) }),
                lacking.GetValueOrDefault(one.Need.CommuneCode))),
        ];
    }

    private async Task<ProposalInput> InputAsync(IReadOnlyList<FreeNeed> needs, IReadOnlyList<PersonId> people, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(needs[0].Need.TimeZone);
        var today = PlaceTime.DayOf(now, zone);
        var table = await communes.GetAsync(cancellation);
        var costs = await rules.GetAsync<PlanCosts>("region-plan", "costs", today, cancellation);
        var shifts = needs.Select(one => Shift(one, table, costs, now)).ToList();

        var rank = people.Index().ToDictionary(one => one.Item, one => one.Index);
        var faces = needs.SelectMany(need => need.Askable).GroupBy(one => one.Key).ToDictionary(group => group.Key, group => group.Select(one => one.Value).First());
        var asked = await budget.AskedAsync(people, now, cancellation);
        var held = await HeldAsync(people, faces, shifts, cancellation);
        var days = await reinforcementDays.OfAsync(faces.Values.Select(face => (face.Survivor.Person.Person, face.Survivor.Person.Days)), today, PlaceTime.DayOf(shifts.Max(shift => shift.When.End), zone), cancellation);
        var chances = needs.Index().SelectMany(need => need.Item.Askable.Select(one => new Chance(rank[one.Key], need.Index, Penalty(one.Value, costs)))).ToList();
        var strictest = StrictestRules.Of(law, faces.Values.Select(face => face.Survivor.Person.Regime), today);
        return new ProposalInput(
            PlaceTime.Midnight(PlaceTime.MondayOf(today), zone),
            shifts,
            [.. people.Select(person => Person(faces[person], HomeOf(faces[person].Survivor.Person), asked.GetValueOrDefault(person), held[person.Value], AllowanceOf(person), PossibleFor(person), costs))],
            chances,
            new ProposalCosts(costs.OpenPost, costs.Load, costs.Fatigue),
            strictest.RestMinutes,
            strictest.WeekMinutes);

        DayAllowance? AllowanceOf(PersonId person) =>
            faces[person].Survivor.Person.Days is { CountsDays: true } limits ? new DayAllowance(limits, days[person.Value].ToHashSet()) : null;

        IEnumerable<DateOnly> PossibleFor(PersonId person) =>
            needs.Index().Where(need => need.Item.Askable.ContainsKey(person)).Select(need => PlaceTime.DayOf(shifts[need.Index].When.Start, shifts[need.Index].Zone));

        // Who goes anywhere and did not say where they live: as if at the first place, for want of anything better.
        PlanPoint HomeOf(Candidate person) => person.Home >= 0 && table[new CommuneIndex(person.Home)].Point is { } home ? new PlanPoint(home.Latitude, home.Longitude) : shifts[0].Place;
    }

    private static PlannedShift Shift(FreeNeed one, CommuneTable table, PlanCosts costs, DateTimeOffset now)
    {
        var need = one.Need;
        var when = new Interval(need.StartsAt, need.EndsAt);
        var point = table.Find(need.CommuneCode)?.Point;
        return new PlannedShift(
            when, need.WorkedMinutesOf(when), TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone), new PlanPoint(point?.Latitude ?? 0, point?.Longitude ?? 0), one.Free, Weight(need.UrgencyAt(now), costs), need.Finess.Value, one.Vulnerability);
    }

    /// <summary>As many shifts as the person has requests left in the week, and days in the year: one shift a day, as rest leaves hardly more.</summary>
    private static PlannedPerson Person(Askable face, PlanPoint home, int asked, IEnumerable<Duty> held, DayAllowance? days, IEnumerable<DateOnly> possible, PlanCosts costs)
    {
        var person = face.Survivor.Person;
        var most = Math.Min(person.WeeklyLimit - asked, days is null ? costs.MostShifts : days.Limits.MostOf(days.Held, possible));
        return new PlannedPerson(person.Regime, home, face.AskedRecently, Math.Clamp(most, 1, costs.MostShifts), [.. held], days);
    }

    private static int Penalty(Askable face, PlanCosts costs) =>
        (face.Survivor.StandsIn?.Penalty ?? 0) + (face.Survivor.IsDeclaredFree || face.Survivor.IsOnDuty ? 0 : costs.Undeclared) + (face.Pool is 0 ? 0 : costs.Stranger);

    private static int Weight(Urgency urgency, PlanCosts costs) => urgency switch
    {
        Urgency.Immediate => costs.Immediate,
        Urgency.Soon => costs.Soon,
        _ => 1,
    };

    private async Task<ILookup<Guid, Duty>> HeldAsync(
        IReadOnlyList<PersonId> people, Dictionary<PersonId, Askable> faces, IReadOnlyList<PlannedShift> shifts, CancellationToken cancellation)
    {
        if (people.Count is 0)
        {
            return Array.Empty<Duty>().ToLookup(_ => Guid.Empty);
        }

        var windows = faces.Values.Select(face => face.Survivor.Person.Regime).Distinct()
            .SelectMany(regime => shifts.Select(shift => rest.WindowAround(regime, shift.When, shift.Zone))).ToList();
        var window = new Interval(windows.Min(one => one.Start), windows.Max(one => one.End));
        var held = await commitments.ListAsync(PartyKind.Person, [.. people.Select(person => person.Value)], window, cancellation);
        return held.SelectMany(group => group).ToLookup(commitment => commitment.PartyId, commitment => commitment.AsDuty());
    }
}
