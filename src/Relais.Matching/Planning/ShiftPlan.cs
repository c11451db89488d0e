using Relais.Matching.Fairness;

namespace Relais.Matching.Planning;

/// <summary>Why a planner stopped.</summary>
public enum PlanStop
{
    /// <summary>No better plan exists: the bound meets the cost, or everything that fits between them was tried.</summary>
    Optimal,

    /// <summary>The gap asked for is reached, or the search has nothing left to try.</summary>
    Gap,

    /// <summary>The time limit.</summary>
    Time,

    /// <summary>Somebody asked.</summary>
    Cancelled,
}

/// <summary>What a planner is asked for.</summary>
/// <param name="Gap">Stop when (cost − bound) ÷ cost is at most this.</param>
/// <param name="Threads">How many threads; the result does not depend on it.</param>
/// <param name="TimeLimit">From the call; null for none.</param>
public sealed record PlanRequest(double Gap = 0, int Threads = 1, TimeSpan? TimeLimit = null)
{
    /// <summary>Measures the time limit and the progress.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>How far a planner is. Costs and bounds in whole units.</summary>
public sealed record PlanProgress(string Phase, TimeSpan Elapsed, long Cost, long Bound);

/// <summary>One volunteer on one shift.</summary>
public readonly record struct Assignment(int Volunteer, int Shift);

/// <summary>An inequality of the certificate: the volunteer can hold at most so many of these shifts; the multiplier in thousandths.</summary>
public sealed record CertifiedCut(int Volunteer, int Most, int Multiplier, IReadOnlyList<int> Shifts);

/// <summary>
/// A plan that keeps every rule, and the prices and cuts from which its bound can be recomputed by somebody who trusts nothing.
/// </summary>
/// <param name="Assignments">By volunteer, then shift.</param>
/// <param name="Cost">Whole units, open posts included.</param>
/// <param name="Bound">No plan costs less.</param>
/// <param name="OpenPosts">Posts that nobody serves.</param>
/// <param name="Prices">By shift, thousandths.</param>
/// <param name="Cuts">Those with a multiplier above zero.</param>
/// <param name="Spread">How evenly it loads those who can serve.</param>
/// <param name="Stopped">Why the planner stopped.</param>
public sealed record ShiftPlan(
    IReadOnlyList<Assignment> Assignments, long Cost, long Bound, int OpenPosts, IReadOnlyList<long> Prices, IReadOnlyList<CertifiedCut> Cuts, LoadSpread Spread, PlanStop Stopped);
