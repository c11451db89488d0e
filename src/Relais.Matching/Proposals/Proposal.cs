using Relais.Matching.Planning;

namespace Relais.Matching.Proposals;

/// <summary>A plan for the free posts of a region, with its certificate.</summary>
/// <param name="Plan">Volunteers and shifts are the ranks of <see cref="ProposalInput.People"/> and <see cref="ProposalInput.Shifts"/>.</param>
/// <param name="Input">What was planned: what was given, less the pairs that the law refuses beside others.</param>
/// <param name="WhyOpen">For each shift with an open post, why.</param>
public sealed record Proposal(ShiftPlan Plan, ProposalInput Input, IReadOnlyDictionary<int, Explaining.OpenKind> WhyOpen)
{
    /// <summary>(cost − bound) ÷ cost; 0 when no better plan exists.</summary>
    public double Gap => Plan.Cost is 0 ? 0 : (double)(Plan.Cost - Plan.Bound) / Plan.Cost;
}
