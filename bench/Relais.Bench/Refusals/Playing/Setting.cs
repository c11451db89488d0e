using Relais.Matching.Eligibility;
using Relais.Matching.Rest;

namespace Relais.Bench.Refusals.Playing;

/// <summary>People and needs, the same for every policy.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="People">Those who accept shifts.</param>
/// <param name="Needs">In the order of their ranks.</param>
/// <param name="Rest">The law on working time.</param>
/// <param name="Rules">How people are asked in waves.</param>
internal sealed record Setting(string Name, CandidateIndex People, IReadOnlyList<PostedNeed> Needs, RestCheck Rest, WaveRules Rules);
