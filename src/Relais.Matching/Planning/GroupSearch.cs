using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>The least that a group of volunteers can lose together: one after another takes each of their schedules, and a branch ends once it loses too much.</summary>
internal sealed class GroupSearch(
    ShiftInstance instance, PairTable pairs, long[] prices, List<Choice>[] choices, IReadOnlyList<int> group, int[] room, Func<bool> isStopped)
{
    private readonly int[] _left = [.. room];
    private readonly int[] _able = new int[instance.ShiftCount];
    private readonly int[] _chosen = new int[group.Count];
    private readonly (int Number, Choice Choice)[][] _sorted = [.. group.Select(volunteer => choices[volunteer].Index().OrderBy(one => one.Item.Loss).ToArray())];
    private readonly int[][] _reach = [.. group.Select(volunteer => choices[volunteer].SelectMany(choice => choice.Pairs).Select(pair => pairs.Shift[pair]).Distinct().ToArray())];
    private readonly long[] _ahead = new long[group.Count + 1];
    private (long Loss, int[] Chosen)? _best;
    private long _limit;

    /// <summary>How many choices are tried at most.</summary>
    public int Effort { get; init; }

    /// <summary>How many were.</summary>
    public int Spent { get; private set; }

    /// <summary>The effort was not enough, or somebody stopped it.</summary>
    public bool GaveUp { get; private set; }

    /// <param name="limit">Thousandths; what loses more is of no use.</param>
    /// <returns>What is lost and, for each of the group, which of their schedules; null when nothing fits.</returns>
    public (long Loss, int[] Chosen)? Best(long limit)
    {
        _limit = limit;
        for (var at = group.Count - 1; at >= 0; at--)
        {
            _ahead[at] = _ahead[at + 1] + _sorted[at][0].Choice.Loss;
            Array.ForEach(_reach[at], shift => _able[shift]++);
        }

        var open = _reach.SelectMany(shifts => shifts).Distinct().Sum(Lost);
        Choose(0, 0, open);
        return _best;
    }

    /// <summary>What a shift is certain to lose, with those who can still serve it.</summary>
    private long Lost(int shift) => Math.Max(0, _left[shift] - _able[shift]) * ((1000L * instance.Shifts.Penalty[shift]) - prices[shift]);

    private void Choose(int at, long loss, long open)
    {
        if (GaveUp || loss + open + _ahead[at] > _limit)
        {
            return;
        }

        if (at == group.Count)
        {
            (_best, _limit) = ((loss + open, [.. _chosen]), loss + open - 1);
            return;
        }

        GaveUp = ++Spent > Effort || (Spent % 1024 is 0 && isStopped());
        var before = _reach[at].Sum(Lost);
        Array.ForEach(_reach[at], shift => _able[shift]--);
        foreach (var (number, choice) in _sorted[at])
        {
            if (Array.TrueForAll(choice.Pairs, pair => _left[pairs.Shift[pair]] > 0))
            {
                Array.ForEach(choice.Pairs, pair => _left[pairs.Shift[pair]]--);
                _chosen[at] = number;
                Choose(at + 1, loss + choice.Loss, open - before + _reach[at].Sum(Lost));
                Array.ForEach(choice.Pairs, pair => _left[pairs.Shift[pair]]++);
            }
        }

        Array.ForEach(_reach[at], shift => _able[shift]++);
    }
}
