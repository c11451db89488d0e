using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Fairness;

/// <summary>
/// How evenly missions are spread over those who can serve at least one shift of the horizon: their load, which is the missions of
/// the last 28 days, and the shifts that the plan adds.
/// </summary>
/// <param name="Gini">0 where all have as many; near 1 where one has all.</param>
/// <param name="MostLoad">Missions of the one who has most, those of the plan included.</param>
/// <param name="MostHeld">Shifts of the one who holds most of the plan.</param>
public sealed record LoadSpread(double Gini, int MostLoad, int MostHeld)
{
    internal static LoadSpread Of(ShiftInstance instance, PairTable pairs, PlanState plan) => Of([.. Enumerable.Range(0, instance.VolunteerCount)
        .Where(volunteer => pairs.Begin[volunteer + 1] > pairs.Begin[volunteer])
        .Select(volunteer => (instance.Volunteers.Load[volunteer], plan.Held(volunteer).Length))]);

    /// <param name="able">Those who can serve: load, and shifts of the plan.</param>
    internal static LoadSpread Of(IReadOnlyCollection<(int Load, int Held)> able) => new(
        GiniOf([.. able.Select(one => one.Load + one.Held)]),
        able.Select(one => one.Load + one.Held).DefaultIfEmpty().Max(),
        able.Select(one => one.Held).DefaultIfEmpty().Max());

    /// <summary>
    /// The coefficient of Gini (Variabilità e mutabilità, 1912): the mean difference between two people over twice their mean; n log n.
    /// Whole numbers until the last division, so that the order of the people changes nothing.
    /// </summary>
    internal static double GiniOf(IReadOnlyCollection<int> loads)
    {
        var (rank, sum, weighted) = (0L, 0L, 0L);
        foreach (var load in loads.Order())
        {
            rank++;
            sum += load;
            weighted += ((2 * rank) - loads.Count - 1) * load;
        }

        return sum is 0 ? 0 : (double)weighted / (loads.Count * sum);
    }
}
