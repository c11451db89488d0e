namespace Relais.Accessibility.Times;

/// <summary>Makes travel times residence by residence on all processors; what comes out does not depend on their number.</summary>
internal static class TimesByRow
{
    private const int RowsOfAShare = 256;

    /// <param name="provenance">Where the times come from.</param>
    /// <param name="worker">Makes one for each thread: it fills a row with practices and their minutes, each once, in any order.</param>
    public static SparseTimes Gather(int count, TimesProvenance provenance, Func<Action<int, List<(int Practice, double Minutes)>>> worker)
    {
        var shares = new (int Practice, double Minutes)[(count + RowsOfAShare - 1) / RowsOfAShare][];
        var start = new int[count + 1];
        Parallel.For(
            0,
            shares.Length,
            () => (Fill: worker(), Row: new List<(int Practice, double Minutes)>(), All: new List<(int, double)>()),
            (share, _, own) =>
            {
                own.All.Clear();
                for (var (residence, end) = (share * RowsOfAShare, Math.Min(count, (share + 1) * RowsOfAShare)); residence < end; residence++)
                {
                    own.Row.Clear();
                    own.Fill(residence, own.Row);
                    own.Row.Sort((one, other) => one.Practice.CompareTo(other.Practice));
                    own.All.AddRange(own.Row);
                    start[residence + 1] = own.Row.Count;
                }

                shares[share] = [.. own.All];
                return own;
            },
            _ => { });

        for (var residence = 0; residence < count; residence++)
        {
            start[residence + 1] += start[residence];
        }

        var (column, minutes, next) = (new int[start[^1]], new double[start[^1]], 0);
        foreach (var share in shares)
        {
            foreach (var pair in share)
            {
                (column[next], minutes[next++]) = (pair.Practice, pair.Minutes);
            }
        }

        return SparseTimes.Of(start, column, minutes, provenance);
    }
}
