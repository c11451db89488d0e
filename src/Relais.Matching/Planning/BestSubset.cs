namespace Relais.Matching.Planning;

/// <summary>Of the few pairs that a relaxation gave one volunteer, those worth most together under every rule; by enumeration.</summary>
internal sealed class BestSubset(PairTable pairs, ScheduleRules rules)
{
    private readonly List<int> _chosen = [];
    private int[] _best = [];
    private long _bestValue;

    public ReadOnlySpan<int> Of(int volunteer, List<int> given, long[] prices)
    {
        (_best, _bestValue) = ([], 0);
        _chosen.Clear();
        Extend(volunteer, given, 0, 0, prices);
        return _best;
    }

    private void Extend(int volunteer, List<int> given, int from, long value, long[] prices)
    {
        if (value > _bestValue)
        {
            (_best, _bestValue) = ([.. _chosen], value);
        }

        for (var at = from; at < given.Count; at++)
        {
            _chosen.Add(given[at]);
            if (rules.Allows(volunteer, _chosen.ConvertAll(pair => pairs.Shift[pair]).ToArray()))
            {
                Extend(volunteer, given, at + 1, value + Math.Max(1, prices[pairs.Shift[given[at]]] - (1000L * pairs.Cost[given[at]])), prices);
            }

            _chosen.RemoveAt(_chosen.Count - 1);
        }
    }
}
