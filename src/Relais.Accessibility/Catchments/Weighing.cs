using System.Runtime.CompilerServices;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Catchments;

/// <summary>Makes the weights of the two steps from minutes; pairs that weigh nothing are left out.</summary>
internal static class Weighing
{
    private const int PlacesOfAShare = 512;

    /// <returns>What people weigh at a practice, and what a practice weighs for people: the same object unless the method tells them apart.</returns>
    public static (SparseWeights OfPeople, SparseWeights OfPractices) Of(SparseTimes times, CatchmentParameters parameters)
    {
        var weights = Plain(times, parameters.Decay);
        switch (parameters.Method)
        {
            case CatchmentMethod.ThreeStep:
                var shared = With(weights, Shares(weights, (weight, sum) => weight * weight / sum, ofPractice: false));
                return (shared, shared);
            case CatchmentMethod.Balanced:
                return (
                    With(weights, Shares(weights, (weight, sum) => weight / sum, ofPractice: false)),
                    With(weights, Shares(weights, (weight, sum) => weight / sum, ofPractice: true)));
            default:
                return (weights, weights);
        }
    }

    private static SparseWeights Plain(SparseTimes times, Decay decay)
    {
        var (start, weights) = (new int[times.Count + 1], new double[times.PairCount]);
        var table = times.IsInTenths ? TableOf(decay) : [];
        Parallel.For(0, (times.Count + PlacesOfAShare - 1) / PlacesOfAShare, share =>
        {
            for (var (residence, end) = (share * PlacesOfAShare, Math.Min(times.Count, (share + 1) * PlacesOfAShare)); residence < end; residence++)
            {
                var (from, to) = (times.Start[residence], times.Start[residence + 1]);
                start[residence + 1] = times.IsInTenths
                    ? Weigh(times.Tenths[from..to], table, weights.AsSpan(from..to))
                    : Weigh(times, decay, residence, weights);
            }
        });
        for (var residence = 0; residence < times.Count; residence++)
        {
            start[residence + 1] += start[residence];
        }

        return start[^1] == weights.Length
            ? new SparseWeights(times.Start, times.Column, weights)
            : new SparseWeights(start, Kept(times.Column, weights, start[^1]), [.. weights.Where(weight => weight is not 0)]);
    }

    /// <summary>The weight of each tenth of a minute under the limit.</summary>
    private static double[] TableOf(Decay decay)
    {
        var table = new double[(int)Math.Min(ushort.MaxValue, Math.Ceiling(decay.Limit * 10)) + 1];
        for (var tenths = 0; tenths < table.Length; tenths++)
        {
            table[tenths] = decay.Weight(tenths / 10.0);
        }

        return table;
    }

    /// <returns>How many are not zero.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Weigh(ReadOnlySpan<ushort> tenths, double[] table, Span<double> weights)
    {
        var kept = 0;
        for (var pair = 0; pair < tenths.Length; pair++)
        {
            var weight = tenths[pair] < table.Length ? table[tenths[pair]] : 0;
            weights[pair] = weight;
            kept += weight is 0 ? 0 : 1;
        }

        return kept;
    }

    private static int[] Kept(int[] columns, double[] weights, int count)
    {
        var (kept, next) = (new int[count], 0);
        for (var pair = 0; pair < weights.Length; pair++)
        {
            if (weights[pair] is not 0)
            {
                kept[next++] = columns[pair];
            }
        }

        return kept;
    }

    private static double[] Shares(SparseWeights weights, Func<double, double, double> share, bool ofPractice)
    {
        var ones = new double[weights.Count];
        Array.Fill(ones, 1);
        var sums = ofPractice ? weights.SumOverResidences(ones) : weights.SumOverPractices(ones);
        var shares = new double[weights.PairCount];
        Parallel.For(0, weights.Count, residence =>
        {
            for (var pair = weights.Start[residence]; pair < weights.Start[residence + 1]; pair++)
            {
                shares[pair] = share(weights.Weight[pair], sums[ofPractice ? weights.Column[pair] : residence]);
            }
        });
        return shares;
    }

    private static SparseWeights With(SparseWeights of, double[] weights) => new(of.Start, of.Column, weights);

    /// <returns>How many of the residence are not zero.</returns>
    private static int Weigh(SparseTimes times, Decay decay, int residence, double[] weights)
    {
        var kept = 0;
        for (var pair = times.Start[residence]; pair < times.Start[residence + 1]; pair++)
        {
            weights[pair] = decay.Weight(times.At(pair));
            kept += weights[pair] is 0 ? 0 : 1;
        }

        return kept;
    }
}
