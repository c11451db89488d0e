using Relais.Matching.Instances;
using Relais.Matching.Planning;

namespace Relais.Matching.Certificates;

/// <summary>
/// The Lagrangian bound of any prices and any valid cuts: Σ price × demand − Σ multiplier × most − Σ over volunteers of the best
/// schedule at those prices. It trusts nothing but the prices, so whoever has them can recompute it.
/// </summary>
internal sealed class PriceBound(ShiftInstance instance, PairTable pairs, int threads)
{
    private const int Chunk = 1024;

    /// <summary>In thousandths. <paramref name="surcharge"/> is by pair: the multipliers of the cuts that it is in.</summary>
    public long Of(long[] prices, IReadOnlyCollection<Cut> cuts, int[] surcharge) => Of(prices, cuts, BestOf(prices, surcharge));

    /// <summary>The same where the best schedules are known.</summary>
    public long Of(long[] prices, IReadOnlyCollection<Cut> cuts, long[] best)
    {
        var total = 0L;
        for (var shift = 0; shift < prices.Length; shift++)
        {
            total += prices[shift] * instance.Shifts.Demand[shift];
        }

        foreach (var cut in cuts)
        {
            total -= (long)cut.Multiplier * cut.Most;
        }

        return total - best.Sum();
    }

    /// <summary>By volunteer: the value of the best schedule, thousandths.</summary>
    /// <param name="prices">By shift, thousandths.</param>
    /// <param name="surcharge">By pair, thousandths.</param>
    /// <param name="isTaken">By pair: says whether it is in the best schedule; null where that is not asked.</param>
    public long[] BestOf(long[] prices, int[] surcharge, bool[]? isTaken = null)
    {
        var best = new long[instance.VolunteerCount];
        Parallel.For(0, (best.Length + Chunk - 1) / Chunk, new ParallelOptions { MaxDegreeOfParallelism = threads }, chunk =>
        {
            var search = new BestSchedule(instance.Rules.RestMinutes, instance.Rules.FatigueStep);
            var (items, from) = (new List<(int, int, int, long)>(), new List<int>());
            for (var volunteer = chunk * Chunk; volunteer < Math.Min(best.Length, (chunk + 1) * Chunk); volunteer++)
            {
                best[volunteer] = Best(volunteer, prices, surcharge, search, items, from);
                if (isTaken is not null)
                {
                    isTaken.AsSpan(pairs.Begin[volunteer], pairs.Begin[volunteer + 1] - pairs.Begin[volunteer]).Clear();
                    foreach (var item in search.Chosen)
                    {
                        isTaken[from[item]] = true;
                    }
                }
            }
        });
        return best;
    }

    private long Best(int volunteer, long[] prices, int[] surcharge, BestSchedule search, List<(int, int, int, long)> items, List<int> from)
    {
        items.Clear();
        from.Clear();
        for (var pair = pairs.Begin[volunteer]; pair < pairs.Begin[volunteer + 1]; pair++)
        {
            var shift = pairs.Shift[pair];
            var profit = prices[shift] - (1000L * pairs.Cost[pair]) - surcharge[pair];
            if (profit > 0)
            {
                items.Add((instance.Shifts.Start[shift], instance.Shifts.End[shift], instance.Shifts.Start[shift] / PlanningRules.Week, profit));
                from.Add(pair);
            }
        }

        var weeks = instance.Rules.Weeks;
        return search.Value(
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items), instance.Volunteers.MaxShifts[volunteer],
            instance.Volunteers.Cap.AsSpan(volunteer * weeks, weeks));
    }
}
