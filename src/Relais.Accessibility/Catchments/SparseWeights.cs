using System.Runtime.CompilerServices;

namespace Relais.Accessibility.Catchments;

/// <summary>A weight for each pair that has one other than zero, by residence, then by rising practice; the two sums over it.</summary>
internal sealed class SparseWeights(int[] start, int[] column, double[] weight)
{
    /// <summary>Fixed, and not the number of processors: sums come out the same on every machine.</summary>
    private const int Parts = 4;

    /// <summary>Below it, the time to share the work is longer than the work.</summary>
    private const int WorthSharing = 50_000;

    public int Count => start.Length - 1;

    public int PairCount => column.Length;

    public int[] Start => start;

    public int[] Column => column;

    public double[] Weight => weight;

    /// <summary>y_i = Σ_j w_ij·x_j.</summary>
    public double[] SumOverPractices(double[] x)
    {
        var y = new double[Count];
        Share(part => Gather(start.AsSpan(Bound(part)..(Bound(part + 1) + 1)), column, weight, x, y.AsSpan(Bound(part))));
        return y;
    }

    /// <summary>y_j = Σ_i w_ij·x_i.</summary>
    public double[] SumOverResidences(double[] x)
    {
        var sums = new double[IsWorthSharing ? Parts : 1][];
        Share(part => Scatter(start.AsSpan(Bound(part)..(Bound(part + 1) + 1)), column, weight, x.AsSpan(Bound(part)), sums[part] = new double[Count]));

        var total = sums[0];
        foreach (var part in sums.AsSpan(1))
        {
            for (var j = 0; j < total.Length; j++)
            {
                total[j] += part[j];
            }
        }

        return total;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ReadOnlySpan<int> start, int[] column, double[] weight, double[] x, Span<double> y)
    {
        for (var i = 0; i + 1 < start.Length; i++)
        {
            var columns = column.AsSpan(start[i]..start[i + 1]);
            var weights = weight.AsSpan(start[i], columns.Length);
            var sum = 0.0;
            for (var pair = 0; pair < columns.Length; pair++)
            {
                sum += weights[pair] * x[columns[pair]];
            }

            y[i] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<int> start, int[] column, double[] weight, ReadOnlySpan<double> x, double[] y)
    {
        for (var i = 0; i + 1 < start.Length; i++)
        {
            var people = x[i];
            if (people is 0)
            {
                continue;
            }

            var columns = column.AsSpan(start[i]..start[i + 1]);
            var weights = weight.AsSpan(start[i], columns.Length);
            for (var pair = 0; pair < columns.Length; pair++)
            {
                y[columns[pair]] += weights[pair] * people;
            }
        }
    }

    private bool IsWorthSharing => PairCount >= WorthSharing;

    /// <summary>The first residence of a part, so that parts have about as many pairs.</summary>
    private int Bound(int part)
    {
        var parts = IsWorthSharing ? Parts : 1;
        if (part >= parts)
        {
            return Count;
        }

        var found = Array.BinarySearch(start, 0, Count, (int)((long)PairCount * part / parts));
        return part is 0 ? 0 : found < 0 ? ~found : found;
    }

    private void Share(Action<int> work)
    {
        if (IsWorthSharing)
        {
            Parallel.For(0, Parts, work);
        }
        else
        {
            work(0);
        }
    }
}
