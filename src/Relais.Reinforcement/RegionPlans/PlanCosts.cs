namespace Relais.Reinforcement.RegionPlans;

/// <summary>What a plan of a territory weighs, in kilometres: a dated rule of kind <c>region-plan</c>.</summary>
/// <param name="OpenPost">A place that stays free at a shift that can wait; a multiple of 100.</param>
/// <param name="Soon">How many times an open place weighs that of a shift that can wait, where it begins soon.</param>
/// <param name="Immediate">The same, where it begins at once.</param>
/// <param name="Load">A request of the last four weeks.</param>
/// <param name="Fatigue">Each shift of a person beyond the first costs once more this.</param>
/// <param name="Undeclared">The person did not say to be free then.</param>
/// <param name="Stranger">The establishment does not know the person.</param>
/// <param name="MostShifts">The most shifts that a plan proposes to one person.</param>
internal sealed record PlanCosts(int OpenPost, int Soon, int Immediate, int Load, int Fatigue, int Undeclared, int Stranger, int MostShifts);
