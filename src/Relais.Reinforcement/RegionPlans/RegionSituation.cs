using Relais.Accounts.Contracts;
using Relais.Matching.Proposals;
using Relais.Matching.Waves;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>What a plan starts from: free places, who may be asked about them, and what the planner makes of both.</summary>
/// <param name="Needs">By rank of the shift.</param>
/// <param name="People">By rank of the person.</param>
/// <param name="Input">For the planner.</param>
internal sealed record RegionSituation(IReadOnlyList<FreeNeed> Needs, IReadOnlyList<PersonId> People, ProposalInput Input);

/// <param name="Need">One with free places.</param>
/// <param name="Free">How many.</param>
/// <param name="Waiting">People who were asked and have not answered.</param>
/// <param name="Askable">Whom nothing keeps from being asked, by person.</param>
/// <param name="Vulnerability">How short of care its commune is, from 0 to 100.</param>
internal sealed record FreeNeed(Need Need, int Free, int Waiting, IReadOnlyDictionary<PersonId, Askable> Askable, int Vulnerability);
