namespace Relais.Accessibility.Times;

/// <summary>Gathers pairs in any order and makes <see cref="SparseTimes"/> of them. Of a pair given twice, the first time counts.</summary>
public sealed class TimesBuilder
{
    private readonly int _places;
    private readonly bool[] _knowsItself;
    private int[] _from;
    private int[] _to;
    private int[] _line;
    private double[] _minutes;

    /// <param name="places">How many places there are.</param>
    /// <param name="expectedPairs">Room made at once; more pairs are taken all the same.</param>
    public TimesBuilder(int places, int expectedPairs = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        _places = places;
        _knowsItself = new bool[places];
        var room = Math.Max(16, expectedPairs);
        (_from, _to, _line, _minutes) = (new int[room], new int[room], new int[room], new double[room]);
    }

    /// <summary>How many pairs were added, those given twice included.</summary>
    public int Count { get; private set; }

    /// <param name="from">Rank of the residence.</param>
    /// <param name="to">Rank of the practice.</param>
    /// <param name="minutes">Zero or more, finite.</param>
    /// <param name="line">What a repeated pair is told by.</param>
    public void Add(int from, int to, double minutes, int line = 0)
    {
        if ((uint)from >= (uint)_places || (uint)to >= (uint)_places || !(minutes >= 0) || double.IsPositiveInfinity(minutes))
        {
            throw new ArgumentOutOfRangeException(nameof(minutes), FormattableString.Invariant($"{from} to {to}: {minutes} minutes, of {_places} places"));
        }

        if (Count == _from.Length)
        {
            Array.Resize(ref _from, Count * 2);
            Array.Resize(ref _to, Count * 2);
            Array.Resize(ref _line, Count * 2);
            Array.Resize(ref _minutes, Count * 2);
        }

        (_from[Count], _to[Count], _minutes[Count], _line[Count]) = (from, to, minutes, line);
        _knowsItself[from] |= from == to;
        Count++;
    }

    /// <summary>Ends the gathering: a place that no pair ties to itself is at 0 minutes of itself.</summary>
    /// <param name="provenance">Where the times come from.</param>
    /// <param name="repeated">Told the line of each pair that had been given before.</param>
    public SparseTimes Build(TimesProvenance provenance, Action<int>? repeated = null)
    {
        for (var place = 0; place < _places; place++)
        {
            if (!_knowsItself[place])
            {
                Add(place, place, 0);
            }
        }

        var order = InOrder();
        var (start, kept) = (new int[_places + 1], 0);
        for (var at = 0; at < order.Length; at++)
        {
            var pair = order[at];
            if (at > 0 && _from[order[at - 1]] == _from[pair] && _to[order[at - 1]] == _to[pair])
            {
                repeated?.Invoke(_line[pair]);
                continue;
            }

            order[kept++] = pair;
            start[_from[pair] + 1]++;
        }

        for (var place = 0; place < _places; place++)
        {
            start[place + 1] += start[place];
        }

        return Make(start, order.AsSpan(0, kept), provenance);
    }

    /// <summary>By residence, then by practice, then as they came: two passes that keep the order of equals.</summary>
    private int[] InOrder()
    {
        var (given, byTo, byBoth) = (new int[Count], new int[Count], new int[Count]);
        for (var pair = 0; pair < Count; pair++)
        {
            given[pair] = pair;
        }

        Place(given, _to, byTo);
        Place(byTo, _from, byBoth);
        return byBoth;
    }

    private void Place(int[] pairs, int[] key, int[] placed)
    {
        var next = new int[_places + 1];
        foreach (var pair in pairs)
        {
            next[key[pair] + 1]++;
        }

        for (var place = 0; place < _places; place++)
        {
            next[place + 1] += next[place];
        }

        foreach (var pair in pairs)
        {
            placed[next[key[pair]]++] = pair;
        }
    }

    private SparseTimes Make(int[] start, ReadOnlySpan<int> pairs, TimesProvenance provenance)
    {
        var (columns, minutes) = (new int[pairs.Length], new double[pairs.Length]);
        for (var at = 0; at < pairs.Length; at++)
        {
            (columns[at], minutes[at]) = (_to[pairs[at]], _minutes[pairs[at]]);
        }

        return SparseTimes.Of(start, columns, minutes, provenance);
    }
}
