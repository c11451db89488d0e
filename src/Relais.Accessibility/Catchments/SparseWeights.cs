using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Relais.Accessibility.Catchments;

/// <summary>A weight for each pair that has one other than zero, by residence, then by rising practice; the two sums over it.</summary>
/// <remarks>Large sums are shared between two halves, always the same two: they come out alike on every machine.</remarks>
internal sealed class SparseWeights(int[] start, int[] column, double[] weight)
{
    /// <summary>Fewer pairs are summed faster than they are shared.</summary>
    private const int WorthSharing = 200_000;

    public int Count => start.Length - 1;

    public int PairCount => column.Length;

    public int[] Start => start;

    public int[] Column => column;

    public double[] Weight => weight;

    /// <summary>y_i = Σ_j w_ij·x_j.</summary>
    public double[] SumOverPractices(double[] x)
    {
        var y = GC.AllocateUninitializedArray<double>(Count);
        if (IsWorthSharing)
        {
            Parallel.For(0, 2, half => Gather(half is 0 ? 0 : Middle, half is 0 ? Middle : Count, x, y));
        }
        else
        {
            Gather(0, Count, x, y);
        }

        return y;
    }

    /// <summary>y_j = Σ_i w_ij·x_i.</summary>
    public double[] SumOverResidences(double[] x)
    {
        var y = new double[Count];
        SumOverResidences(x, y);
        return y;
    }

    /// <summary>The same into an array that may be longer.</summary>
    public void SumOverResidences(double[] x, double[] y)
    {
        if (!IsWorthSharing)
        {
            Scatter(0, Count, x, y);
            return;
        }

        var other = ArrayPool<double>.Shared.Rent(Count);
        Parallel.For(0, 2, half => Scatter(half is 0 ? 0 : Middle, half is 0 ? Middle : Count, x, half is 0 ? y : other));
        AddTo(y.AsSpan(0, Count), other);
        ArrayPool<double>.Shared.Return(other);
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

    /// <summary>The residence before which half of the pairs are.</summary>
    private int Middle => Array.BinarySearch(start, 0, Count, PairCount / 2) is var found && found < 0 ? ~found : found;

    private bool IsWorthSharing => PairCount >= WorthSharing;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTo(Span<double> sums, ReadOnlySpan<double> more)
    {
        for (var at = 0; at < sums.Length; at++)
        {
            sums[at] += more[at];
        }
    }

    /// <summary>Four sums at a time, which do not wait for one another; columns are known to be places, so nothing is checked again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int first, int last, double[] x, double[] y)
    {
        ref var columns = ref MemoryMarshal.GetArrayDataReference(column);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(weight);
        ref var values = ref MemoryMarshal.GetArrayDataReference(x);
        var starts = start;
        for (var i = first; i < last; i++)
        {
            var (pair, end) = (starts[i], starts[i + 1]);
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

    /// <summary>Clears the sums, then adds what each residence brings.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scatter(int first, int last, double[] x, double[] y)
    {
        y.AsSpan(0, Count).Clear();
        ref var columns = ref MemoryMarshal.GetArrayDataReference(column);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(weight);
        ref var sums = ref MemoryMarshal.GetArrayDataReference(y);
        var starts = start;
        for (var i = first; i < last; i++)
        {
            var people = x[i];
            if (people is 0)
            {
                continue;
            }

            for (var (pair, end) = (starts[i], starts[i + 1]); pair < end; pair++)
            {
                Unsafe.Add(ref sums, Unsafe.Add(ref columns, pair)) += Unsafe.Add(ref weights, pair) * people;
            }
        }
    }
}
