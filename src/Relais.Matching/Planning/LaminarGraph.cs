using Relais.Matching.Flows;
using Relais.Matching.Instances;

namespace Relais.Matching.Planning;

/// <summary>
/// The planning problem without the rules that cross: shift → class → week → volunteer → root. A class holds shifts of one
/// volunteer that all clash, so at most one of them is held; a week holds at most as many classes as the shortest shifts of its
/// classes leave room for. Its cheapest flow costs no more than the best plan. Nodes that cannot bind are left out.
/// </summary>
internal sealed class LaminarGraph
{
    private readonly ShiftInstance _instance;
    private readonly PairTable _pairs;
    private readonly int[] _target;
    private readonly List<(int From, int To, int Cap, int Cost)> _inner = [];
    private readonly List<int> _treeArcs = [];
    private readonly List<(int Week, int From, int To, int Shortest)> _classes = [];
    private int _nodes;

    private LaminarGraph(ShiftInstance instance, PairTable pairs) =>
        (_instance, _pairs, _target, _nodes) = (instance, pairs, new int[pairs.Count], instance.ShiftCount + 1);

    /// <summary>Node of a shift; arc k of the graph is pair k, arc <c>pairs + s</c> the open posts of shift s.</summary>
    public static int Node(int shift) => shift + 1;

    public static NetworkSimplex Of(ShiftInstance instance, PairTable pairs)
    {
        var graph = new LaminarGraph(instance, pairs);
        for (var volunteer = 0; volunteer < instance.VolunteerCount; volunteer++)
        {
            graph.Add(volunteer);
        }

        return graph.Build();
    }

    private void Add(int volunteer)
    {
        var (from, to) = (_pairs.Begin[volunteer], _pairs.Begin[volunteer + 1]);
        var most = Math.Min(_instance.Volunteers.MaxShifts[volunteer], to - from);
        if (most is 0)
        {
            _target.AsSpan(from..to).Fill(-1);
            return;
        }

        if (to - from is 1)
        {
            return; // straight to the root
        }

        FindClasses(from, to);
        var weeks = 0;
        for (var first = 0; first < _classes.Count;)
        {
            var after = EndOfWeek(first);
            weeks += WeekLimit(volunteer, first, after);
            first = after;
        }

        var top = NewNode(0, 1, 0);
        for (var shift = 1; shift < Math.Min(most, weeks); shift++)
        {
            _inner.Add((top, 0, 1, 1000 * _instance.Rules.FatigueStep * shift));
        }

        for (var first = 0; first < _classes.Count;)
        {
            var after = EndOfWeek(first);
            AddWeek(top, WeekLimit(volunteer, first, after), Math.Min(most, weeks), first, after);
            first = after;
        }
    }

    private void AddWeek(int top, int limit, int most, int first, int after)
    {
        var week = limit < most && limit < after - first ? NewNode(top, limit, 0) : top;
        var through = week == top ? most : limit;
        for (var at = first; at < after; at++)
        {
            var (_, from, to, _) = _classes[at];
            _target.AsSpan(from..to).Fill(to - from > 1 && through > 1 ? NewNode(week, 1, 0) : week);
        }
    }

    private int NewNode(int parent, int cap, int cost)
    {
        _treeArcs.Add(_inner.Count);
        _inner.Add((_nodes, parent, cap, cost));
        return _nodes++;
    }

    private void FindClasses(int from, int to)
    {
        _classes.Clear();
        var (start, end) = (_instance.Shifts.Start, _instance.Shifts.End);
        for (var pair = from; pair < to;)
        {
            var shift = _pairs.Shift[pair];
            var (week, free, shortest, first) = (start[shift] / PlanningRules.Week, int.MaxValue, int.MaxValue, pair);
            for (; pair < to && start[shift = _pairs.Shift[pair]] < free && start[shift] / PlanningRules.Week == week; pair++)
            {
                free = Math.Min(free, end[shift] + _instance.Rules.RestMinutes);
                shortest = Math.Min(shortest, end[shift] - start[shift]);
            }

            _classes.Add((week, first, pair, shortest));
        }
    }

    private int EndOfWeek(int first)
    {
        var after = first + 1;
        while (after < _classes.Count && _classes[after].Week == _classes[first].Week)
        {
            after++;
        }

        return after;
    }

    /// <summary>How many of the shortest shifts, one of each class, the minutes of the week leave room for.</summary>
    private int WeekLimit(int volunteer, int first, int after)
    {
        Span<int> shortest = stackalloc int[Math.Min(64, after - first)];
        for (var at = 0; at < shortest.Length; at++)
        {
            shortest[at] = _classes[first + at].Shortest;
        }

        shortest.Sort();
        var (left, limit) = (_instance.Cap(volunteer, _classes[first].Week), 0);
        while (limit < shortest.Length && (left -= shortest[limit]) >= 0)
        {
            limit++;
        }

        return limit;
    }

    private NetworkSimplex Build()
    {
        var (pairs, shifts) = (_pairs.Count, _instance.Shifts);
        var flow = new NetworkSimplex(_nodes, pairs + _instance.ShiftCount + _inner.Count);
        for (var pair = 0; pair < pairs; pair++)
        {
            flow.SetArc(pair, Node(_pairs.Shift[pair]), Math.Max(0, _target[pair]), _target[pair] < 0 ? 0 : 1, 1000 * _pairs.Cost[pair]);
        }

        for (var shift = 0; shift < _instance.ShiftCount; shift++)
        {
            flow.SetArc(pairs + shift, Node(shift), 0, int.MaxValue, 1000 * shifts.Penalty[shift]);
            flow.SetTree(pairs + shift, shifts.Demand[shift]);
        }

        for (var arc = 0; arc < _inner.Count; arc++)
        {
            var (from, to, cap, cost) = _inner[arc];
            flow.SetArc(pairs + shifts.Start.Length + arc, from, to, cap, cost);
        }

        _treeArcs.ForEach(arc => flow.SetTree(pairs + shifts.Start.Length + arc, 0));
        return flow;
    }
}
