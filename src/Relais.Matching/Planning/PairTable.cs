using Relais.Matching.Instances;
using Relais.Matching.Ranking;

namespace Relais.Matching.Planning;

/// <summary>
/// Every eligible pair, sixteen bytes each: those of a volunteer side by side in the order of time, and for each shift the list
/// of its pairs in the order of ids.
/// </summary>
internal sealed class PairTable
{
    private PairTable(ShiftInstance instance, int count) =>
        (Begin, Shift, Cost, Volunteer, ShiftBegin, OfShift) =
        (new int[instance.VolunteerCount + 1], new int[count], new int[count], new int[count], new int[instance.ShiftCount + 1], new int[count]);

    /// <summary>Pairs of volunteer v are at <c>Begin[v] … Begin[v+1]</c>.</summary>
    public int[] Begin { get; }

    public int[] Shift { get; }

    public int[] Cost { get; }

    public int[] Volunteer { get; }

    /// <summary>The pairs of shift s are listed at <c>ShiftBegin[s] … ShiftBegin[s+1]</c> of <see cref="OfShift"/>.</summary>
    public int[] ShiftBegin { get; }

    public int[] OfShift { get; }

    public int Count => Shift.Length;

    public static PairTable Of(ShiftInstance instance, int threads)
    {
        var found = Scan(instance, threads);
        var table = new PairTable(instance, found.Sum(pairs => pairs.Length));
        for (var shift = 0; shift < found.Length; shift++)
        {
            table.ShiftBegin[shift + 1] = table.ShiftBegin[shift] + found[shift].Length;
            foreach (var pair in found[shift])
            {
                table.Begin[(uint)pair + 1]++;
            }
        }

        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            table.Begin[volunteer + 1] += table.Begin[volunteer];
        }

        table.Fill(instance, found);
        return table;
    }

    /// <summary>The order of time: by start, end, id.</summary>
    public static int[] InTime(ShiftInstance instance)
    {
        var order = Enumerable.Range(0, instance.ShiftCount).ToArray();
        var (start, end) = (instance.Shifts.Start, instance.Shifts.End);
        Array.Sort(order, (one, other) => (start[one], end[one], one).CompareTo((start[other], end[other], other)));
        return order;
    }

    private static long[][] Scan(ShiftInstance instance, int threads)
    {
        var buckets = new ProfessionBuckets(instance);
        var found = new long[instance.ShiftCount][];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var scan = new CandidateScan(instance, buckets);
            for (var shift = thread; shift < found.Length; shift += threads)
            {
                var pairs = scan.Of(shift);
                pairs.Sort((one, other) => ((uint)one).CompareTo((uint)other));
                found[shift] = pairs.ToArray();
            }
        });
        return found;
    }

    private void Fill(ShiftInstance instance, long[][] found)
    {
        var at = Begin.AsSpan().ToArray();
        foreach (var shift in InTime(instance))
        {
            for (var place = 0; place < found[shift].Length; place++)
            {
                var volunteer = (int)(uint)found[shift][place];
                var pair = at[volunteer]++;
                (Shift[pair], Cost[pair], Volunteer[pair]) = (shift, (int)(found[shift][place] >> 32), volunteer);
                OfShift[ShiftBegin[shift] + place] = pair;
            }
        }
    }
}
