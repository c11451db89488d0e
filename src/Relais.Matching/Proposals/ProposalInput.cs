using Relais.Matching.Eligibility;
using Relais.Matching.Rest;

namespace Relais.Matching.Proposals;

/// <summary>A shift whose free posts are to be filled.</summary>
/// <param name="When">From the first minute of presence to the last.</param>
/// <param name="WorkedMinutes">Minutes that count as work.</param>
/// <param name="Zone">The clocks of the place.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Posts">How many posts are free.</param>
/// <param name="Urgency">How many times an open post weighs that of a shift that can wait; 1 to 10.</param>
/// <param name="Site">What the establishment is called in the files; no comma.</param>
/// <param name="Vulnerability">By how many per cent an open post weighs more because care is short there; 0 to 100.</param>
public sealed record PlannedShift(Interval When, int WorkedMinutes, TimeZoneInfo Zone, PlanPoint Place, int Posts, int Urgency, string Site, int Vulnerability = 0);

/// <summary>Somebody who may be asked about one of the shifts at least.</summary>
/// <param name="Regime">The law that counts the person's hours.</param>
/// <param name="Home">Where the person lives, as near as is known.</param>
/// <param name="Load">Requests of the last weeks.</param>
/// <param name="MostShifts">The most shifts that may be proposed to this person.</param>
/// <param name="Held">Everything that the person is already held to around the horizon.</param>
/// <param name="Days">The person's limits on days, with those they have; nothing where no limit counts them.</param>
public sealed record PlannedPerson(Regime Regime, PlanPoint Home, int Load, int MostShifts, IReadOnlyList<Duty> Held, DayAllowance? Days = null);

/// <param name="Limits">On how many days the person may come.</param>
/// <param name="Held">The days on which the person is held to reinforcement, of every year that the plan meets.</param>
public sealed record DayAllowance(DayLimits Limits, IReadOnlySet<DateOnly> Held);

/// <summary>A point, in decimal degrees.</summary>
public readonly record struct PlanPoint(double Latitude, double Longitude);

/// <summary>A person whom no rule stops for a shift, both by rank, and what that costs beyond the journey and the load; whole units.</summary>
public readonly record struct Chance(int Person, int Shift, int Penalty);

/// <summary>What things cost against each other; whole units, one for a kilometre.</summary>
/// <param name="OpenPost">An open post of a shift that can wait; a multiple of 100.</param>
/// <param name="Load">A request of the last weeks.</param>
/// <param name="Fatigue">The n-th shift of a person costs this × (n − 1) more.</param>
public sealed record ProposalCosts(int OpenPost, int Load, int Fatigue);

/// <summary>
/// Who may be asked about what: decided before, by the rules that every page refuses by. The planner adds what only a plan
/// can break: rest and hours between two of its own shifts.
/// </summary>
/// <param name="Origin">The Monday midnight from which minutes are counted; no shift begins before it.</param>
/// <param name="RestMinutes">The longest daily rest among the regimes of these people.</param>
/// <param name="WeekMinutes">The shortest weekly cap among them.</param>
public sealed record ProposalInput(
    DateTimeOffset Origin, IReadOnlyList<PlannedShift> Shifts, IReadOnlyList<PlannedPerson> People, IReadOnlyList<Chance> Chances,
    ProposalCosts Costs, int RestMinutes, int WeekMinutes)
{
    /// <summary>The same without these pairs.</summary>
    internal ProposalInput Without(IReadOnlySet<(int Person, int Shift)> pairs) =>
        this with { Chances = [.. Chances.Where(chance => !pairs.Contains((chance.Person, chance.Shift)))] };
}
