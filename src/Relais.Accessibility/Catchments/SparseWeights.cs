using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Relais.Accessibility.Catchments;

/// <summary>A weight for each pair that has one other than zero, by residence, then by rising practice; the two sums over it.</summary>
/// <remarks>A sum over the million pairs of France takes half a millisecond, the time to read them: a second thread would cost more than it brings.</remarks>
internal sealed class SparseWeights(int[] start, int[] column, double[] weight)
{
    public int Count => start.Length - 1;

    public int PairCount => column.Length;

    public int[] Start => start;

    public int[] Column => column;

    public double[] Weight => weight;

    /// <summary>y_i = Σ_j w_ij·x_j.</summary>
    public double[] SumOverPractices(double[] x)
    {
        var y = GC.AllocateUninitializedArray<double>(Count);
        Gather(start, column, weight, x, y);
        return y;
    }

    /// <summary>y_j = Σ_i w_ij·x_i.</summary>
    public double[] SumOverResidences(double[] x)
    {
        var y = new double[Count];
        Scatter(start, column, weight, x, y);
        return y;
    }

    /// <summary>The same weights by practice, then by rising residence.</summary>
    public SparseWeights Transpose()
    {
        var (starts, rows, weights) = (new int[Count + 1], new int[PairCount], new double[PairCount]);
        foreach (var practice in column)
        {
            starts[practice + 1]++;
        }

        for (var practice = 0; practice < Count; practice++)
        {
            starts[practice + 1] += starts[practice];
        }

        var next = starts.AsSpan(0, Count).ToArray();
        for (var residence = 0; residence < Count; residence++)
        {
            for (var pair = start[residence]; pair < start[residence + 1]; pair++)
            {
                var at = next[column[pair]]++;
                (rows[at], weights[at]) = (residence, weight[pair]);
            }
        }

        return new SparseWeights(starts, rows, weights);
    }

    /// <summary>Four sums at a time, which do not wait for one another; columns are known to be places, so nothing is checked again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(int[] start, int[] column, double[] weight, double[] x, double[] y)
    {
        ref var columns = ref MemoryMarshal.GetArrayDataReference(column);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(weight);
        ref var values = ref MemoryMarshal.GetArrayDataReference(x);
        for (var i = 0; i + 1 < start.Length; i++)
        {
            var (pair, end) = (start[i], start[i + 1]);
            var (one, two, three, four) = (0.0, 0.0, 0.0, 0.0);
            for (; pair + 3 < end; pair += 4)
            {
                one += Unsafe.Add(ref weights, pair) * Unsafe.Add(ref values, Unsafe.Add(ref columns, pair));
                two += Unsafe.Add(ref weights, pair + 1) * Unsafe.Add(ref values, Unsafe.Add(ref columns, pair + 1));
                three += Unsafe.Add(ref weights, pair + 2) * Unsafe.Add(ref values, Unsafe.Add(ref columns, pair + 2));
                four += Unsafe.Add(ref weights, pair + 3) * Unsafe.Add(ref values, Unsafe.Add(ref columns, pair + 3));
            }

            for (; pair < end; pair++)
            {
                one += Unsafe.Add(ref weights, pair) * Unsafe.Add(ref values, Unsafe.Add(ref columns, pair));
            }

            y[i] = (one + two) + (three + four);
        }
    }

    /// <inheritdoc cref="Gather"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(int[] start, int[] column, double[] weight, double[] x, double[] y)
    {
        ref var columns = ref MemoryMarshal.GetArrayDataReference(column);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(weight);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(y);
        for (var i = 0; i + 1 < start.Length; i++)
        {
            var people = x[i];
            if (people is 0)
            {
                continue;
            }

            for (var (pair, end) = (start[i], start[i + 1]); pair < end; pair++)
            {
                Unsafe.Add(ref sums, Unsafe.Add(ref columns, pair)) += Unsafe.Add(ref weights, pair) * people;
            }
        }
    }
}
