namespace Relais.Matching.Flows;

/// <summary>
/// Exact min-cost flow by the primal network simplex with block pricing and strongly feasible trees (Cunningham 1976; block
/// search as in Kovács, Optimization Methods and Software 30, 2015). Every arc starts empty except those of the first tree, which
/// all point to the root and carry the supplies there. Costs may change between two calls of <see cref="Solve"/>: the tree stays
/// feasible, so the next solution starts from the last. Arcs are stored interleaved, so that a block of pricing sees all nodes.
/// </summary>
internal sealed class NetworkSimplex
{
    private const int Between = 256;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly int[] _cap;
    private readonly int[] _flow;
    private readonly int[] _cost;
    private readonly sbyte[] _state; // 1 empty, 0 in the tree, -1 full
    private readonly FlowTree _tree;
    private readonly int _stride;
    private readonly int _block;
    private int _scan;

    public NetworkSimplex(int nodes, int arcs)
    {
        (_from, _to, _cap, _flow, _cost, _state) = (new int[arcs], new int[arcs], new int[arcs], new int[arcs], new int[arcs], new sbyte[arcs]);
        _tree = new FlowTree(nodes);
        _stride = Math.Max(3, arcs / Math.Max(1, nodes));
        _block = Math.Max(32, (int)Math.Sqrt(arcs));
    }

    /// <summary>Of the last calls together.</summary>
    public long Pivots { get; private set; }

    /// <summary>By node: what one more unit of supply there would cost. The root is node 0 and costs nothing.</summary>
    public ReadOnlySpan<long> Potentials => _tree.Potential;

    public void SetArc(int arc, int from, int to, int cap, int cost)
    {
        var at = Place(arc);
        (_from[at], _to[at], _cap[at], _cost[at], _state[at]) = (from, to, cap, cost, 1);
    }

    /// <summary>Makes an arc part of the first tree, as the way from its start to the root. Parents come first.</summary>
    public void SetTree(int arc, int flow)
    {
        var at = Place(arc);
        (_flow[at], _state[at]) = (flow, 0);
        _tree.Hang(_from[at], _to[at], at, isUp: true);
    }

    public int Flow(int arc) => _flow[Place(arc)];

    public int Cost(int arc) => _cost[Place(arc)];

    public void SetCost(int arc, int cost) => _cost[Place(arc)] = cost;

    /// <summary>Sum of flow × cost.</summary>
    public long Total()
    {
        var total = 0L;
        for (var at = 0; at < _flow.Length; at++)
        {
            total += (long)_flow[at] * _cost[at];
        }

        return total;
    }

    /// <summary>Pivots to the optimum.</summary>
    /// <returns>False when it was stopped before.</returns>
    public bool Solve(Func<bool> isStopped)
    {
        _tree.Renew(_cost);
        for (var pivots = 1; Entering() is >= 0 and var arc; pivots++)
        {
            Pivot(arc);
            if (pivots % Between is 0 && isStopped())
            {
                return false;
            }
        }

        return true;
    }

    private int Place(int arc)
    {
        var (row, column) = (arc / _stride, arc % _stride);
        var (whole, left) = (_cost.Length / _stride, _cost.Length % _stride);
        return (column * whole) + Math.Min(column, left) + row;
    }

    /// <summary>The arc that gains most among the next block that holds one that gains.</summary>
    private int Entering()
    {
        var (from, to, cost, state, potential) = (_from, _to, _cost, _state, _tree.Potential);
        var (at, inBlock, best, least) = (_scan, 0, -1, 0L);
        for (var seen = 0; seen < cost.Length; seen++)
        {
            var gain = state[at] * (cost[at] + potential[to[at]] - potential[from[at]]);
            if (gain < least)
            {
                (least, best) = (gain, at);
            }

            at = at + 1 == cost.Length ? 0 : at + 1;
            if (++inBlock == _block)
            {
                if (best >= 0)
                {
                    break;
                }

                inBlock = 0;
            }
        }

        _scan = at;
        return best;
    }

    private void Pivot(int entering)
    {
        var isEmpty = _state[entering] > 0;
        var (first, second) = isEmpty ? (_from[entering], _to[entering]) : (_to[entering], _from[entering]);
        var meeting = _tree.Meeting(first, second);
        var (most, cut, side) = (_cap[entering], -1, 0);
        for (var node = first; node != meeting; node = _tree.Parent[node])
        {
            var arc = _tree.Arc[node];
            var room = _tree.IsUp[node] ? _flow[arc] : _cap[arc] - _flow[arc];
            if (room < most)
            {
                (most, cut, side) = (room, node, 1);
            }
        }

        for (var node = second; node != meeting; node = _tree.Parent[node])
        {
            var arc = _tree.Arc[node];
            var room = _tree.IsUp[node] ? _cap[arc] - _flow[arc] : _flow[arc];
            if (room <= most)
            {
                (most, cut, side) = (room, node, 2);
            }
        }

        Pivots++;
        Push(entering, isEmpty, first, second, meeting, most);
        if (side is 0)
        {
            _state[entering] = (sbyte)-_state[entering];
            return;
        }

        var leaving = _tree.Arc[cut];
        _state[leaving] = _flow[leaving] is 0 ? (sbyte)1 : (sbyte)-1;
        _state[entering] = 0;
        var (node2, parent) = side is 1 ? (first, second) : (second, first);
        var isUp = _from[entering] == node2;
        var lift = _tree.Potential[parent] + (isUp ? _cost[entering] : -_cost[entering]) - _tree.Potential[node2];
        _tree.Rehang(cut, node2, parent, entering, isUp);
        _tree.Lift(node2, lift);
    }

    private void Push(int entering, bool isEmpty, int first, int second, int meeting, int amount)
    {
        if (amount is 0)
        {
            return;
        }

        _flow[entering] += isEmpty ? amount : -amount;
        for (var node = first; node != meeting; node = _tree.Parent[node])
        {
            _flow[_tree.Arc[node]] += _tree.IsUp[node] ? -amount : amount;
        }

        for (var node = second; node != meeting; node = _tree.Parent[node])
        {
            _flow[_tree.Arc[node]] += _tree.IsUp[node] ? amount : -amount;
        }
    }
}
