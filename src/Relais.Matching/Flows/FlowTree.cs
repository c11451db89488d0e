namespace Relais.Matching.Flows;

/// <summary>
/// The spanning tree of a network simplex: parents, child lists and depths, rooted at node 0. Re-hanging a subtree costs its
/// size, and nothing else moves.
/// </summary>
internal sealed class FlowTree(int nodes)
{
    private readonly int[] _firstChild = Filled(nodes);
    private readonly int[] _next = Filled(nodes);
    private readonly int[] _previous = Filled(nodes);
    private readonly int[] _depth = new int[nodes];

    /// <summary>By node: its parent; −1 for the root.</summary>
    public int[] Parent { get; } = Filled(nodes);

    /// <summary>By node: the arc to its parent.</summary>
    public int[] Arc { get; } = Filled(nodes);

    /// <summary>By node: whether the arc goes from the node to its parent.</summary>
    public bool[] IsUp { get; } = new bool[nodes];

    /// <summary>By node: what one unit costs from here to the root along the tree.</summary>
    public long[] Potential { get; } = new long[nodes];

    public void Hang(int node, int parent, int arc, bool isUp)
    {
        (Parent[node], Arc[node], IsUp[node]) = (parent, arc, isUp);
        (_previous[node], _next[node]) = (-1, _firstChild[parent]);
        if (_firstChild[parent] >= 0)
        {
            _previous[_firstChild[parent]] = node;
        }

        _firstChild[parent] = node;
    }

    /// <summary>Where the paths of two nodes to the root meet.</summary>
    public int Meeting(int one, int other)
    {
        while (one != other)
        {
            if (_depth[one] >= _depth[other])
            {
                one = Parent[one];
            }
            else
            {
                other = Parent[other];
            }
        }

        return one;
    }

    /// <summary>
    /// Cuts the subtree of <paramref name="cut"/> off its parent, turns it so that <paramref name="node"/>, which is in it, becomes
    /// its top, and hangs it under <paramref name="parent"/> by an arc.
    /// </summary>
    public void Rehang(int cut, int node, int parent, int arc, bool isUp)
    {
        while (true)
        {
            var (oldParent, oldArc, oldUp) = (Parent[node], Arc[node], IsUp[node]);
            Unhang(node);
            Hang(node, parent, arc, isUp);
            if (node == cut)
            {
                return;
            }

            (parent, node, arc, isUp) = (node, oldParent, oldArc, !oldUp);
        }
    }

    /// <summary>Renews depths below a node and adds a constant to the potentials there.</summary>
    public void Lift(int top, long by)
    {
        var (node, depth) = (top, _depth[Parent[top]] + 1);
        while (true)
        {
            _depth[node] = depth;
            Potential[node] += by;
            if (_firstChild[node] is >= 0 and var child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node != top && _next[node] < 0)
            {
                (node, depth) = (Parent[node], depth - 1);
            }

            if (node == top)
            {
                return;
            }

            node = _next[node];
        }
    }

    /// <summary>Recomputes depths and potentials from the costs of the tree arcs.</summary>
    public void Renew(int[] cost)
    {
        (Potential[0], _depth[0]) = (0, 0);
        var node = _firstChild[0];
        while (node > 0)
        {
            var parent = Parent[node];
            _depth[node] = _depth[parent] + 1;
            Potential[node] = Potential[parent] + (IsUp[node] ? cost[Arc[node]] : -cost[Arc[node]]);
            if (_firstChild[node] >= 0)
            {
                node = _firstChild[node];
                continue;
            }

            while (node > 0 && _next[node] < 0)
            {
                node = Parent[node];
            }

            node = node > 0 ? _next[node] : 0;
        }
    }

    private static int[] Filled(int count)
    {
        var filled = new int[count];
        Array.Fill(filled, -1);
        return filled;
    }

    private void Unhang(int node)
    {
        if (_previous[node] >= 0)
        {
            _next[_previous[node]] = _next[node];
        }
        else
        {
            _firstChild[Parent[node]] = _next[node];
        }

        if (_next[node] >= 0)
        {
            _previous[_next[node]] = _previous[node];
        }
    }
}
