namespace Relais.Matching.Planning;

/// <summary>
/// The most profitable schedule of one volunteer, exactly, by labels (minutes of the week, shifts so far): rest, minutes of the
/// calendar week, number of shifts, fatigue. With sliding windows it keeps the calendar weeks only, so its value is an upper
/// bound there. One instance per thread; it keeps its buffers.
/// </summary>
internal sealed class BestSchedule(int rest, int fatigue)
{
    private int[] _head = new int[64];
    private (int Minutes, int Count, long Value, int Next, int Before, int Item)[] _labels = new (int, int, long, int, int, int)[256];
    private int _used;
    private readonly List<int> _chosen = [];

    /// <summary>The items of the schedule that was found last, the latest first.</summary>
    public IReadOnlyList<int> Chosen => _chosen;

    /// <summary>Items by start; profits positive, in thousandths; <paramref name="caps"/> by week.</summary>
    public long Value(ReadOnlySpan<(int Start, int End, int Week, long Profit)> items, int most, ReadOnlySpan<int> caps)
    {
        _chosen.Clear();
        if (items.Length is 0 || most is 0)
        {
            return 0;
        }

        if (items.Length is 1)
        {
            if (items[0].End - items[0].Start > caps[items[0].Week])
            {
                return 0;
            }

            _chosen.Add(0);
            return items[0].Profit;
        }

        Start(items.Length);
        for (var at = 0; at < items.Length; at++)
        {
            Step(items, at, most, caps);
        }

        var best = 0;
        for (var label = _head[items.Length]; label >= 0; label = _labels[label].Next)
        {
            best = _labels[label].Value > _labels[best].Value ? label : best;
        }

        for (var label = best; _labels[label].Item >= 0; label = _labels[label].Before)
        {
            _chosen.Add(_labels[label].Item);
        }

        return _labels[best].Value;
    }

    private void Start(int length)
    {
        if (_head.Length <= length)
        {
            _head = new int[length * 2];
        }

        _head.AsSpan(0, length + 1).Fill(-1);
        (_head[0], _used, _labels[0]) = (0, 1, (0, 0, 0, -1, -1, -1));
    }

    private void Step(ReadOnlySpan<(int Start, int End, int Week, long Profit)> items, int at, int most, ReadOnlySpan<int> caps)
    {
        var (start, end, week, profit) = items[at];
        var after = at + 1;
        while (after < items.Length && items[after].Start < end + rest)
        {
            after++;
        }

        for (var label = _head[at]; label >= 0;)
        {
            var (minutes, count, value, next, before, item) = _labels[label];
            if (count < most && minutes + end - start <= caps[week])
            {
                var isNewWeek = after < items.Length && items[after].Week != week;
                Keep(after, isNewWeek ? 0 : minutes + end - start, count + 1, value + profit - (1000L * fatigue * count), -1, label, at);
            }

            Keep(at + 1, at + 1 < items.Length && items[at + 1].Week != week ? 0 : minutes, count, value, label, before, item);
            label = next;
        }
    }

    /// <summary>Adds a label unless another is as good in all; drops those that it beats.</summary>
    private void Keep(int at, int minutes, int count, long value, int reuse, int origin, int item)
    {
        var before = -1;
        for (var label = _head[at]; label >= 0;)
        {
            ref var other = ref _labels[label];
            if (other.Minutes <= minutes && other.Count <= count && other.Value >= value)
            {
                return;
            }

            var next = other.Next;
            if (other.Minutes >= minutes && other.Count >= count && other.Value <= value)
            {
                if (before < 0)
                {
                    _head[at] = next;
                }
                else
                {
                    _labels[before].Next = next;
                }
            }
            else
            {
                before = label;
            }

            label = next;
        }

        var place = reuse >= 0 ? reuse : _used++;
        if (place == _labels.Length)
        {
            Array.Resize(ref _labels, place * 2);
        }

        _labels[place] = (minutes, count, value, _head[at], origin, item);
        _head[at] = place;
    }
}
