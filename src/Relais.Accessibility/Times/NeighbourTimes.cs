namespace Relais.Accessibility.Times;

/// <summary>
/// Travel times along the times between neighbours: the shortest way from each place to the others, until some minutes. A hundred
/// thousand true times between neighbouring communes stand for the millions between all of them (r 0.93 against 0.74 for the
/// distance alone, Isère).
/// </summary>
public static class NeighbourTimes
{
    /// <param name="minutes">Strict, as the limit of a decay is.</param>
    /// <param name="edges">Times between neighbours. A way back that they do not give takes as long as the way there.</param>
    public static SparseTimes Below(double minutes, SparseTimes edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var ways = BothWays(edges);
        var provenance = edges.Provenance with { Quality = TravelTimeQuality.FromNeighbours };
        return TimesByRow.Gather(edges.Count, provenance, () => new ShortestWays(ways, minutes).Fill);
    }

    private static (int To, double Minutes)[][] BothWays(SparseTimes edges)
    {
        var ways = new List<(int To, double Minutes)>[edges.Count];
        for (var from = 0; from < ways.Length; from++)
        {
            ways[from] = [];
        }

        for (var from = 0; from < ways.Length; from++)
        {
            for (var edge = edges.Start[from]; edge < edges.Start[from + 1]; edge++)
            {
                var to = edges.Column[edge];
                if (to != from)
                {
                    ways[from].Add((to, edges.At(edge)));
                    if (double.IsPositiveInfinity(edges.Minutes(to, from)))
                    {
                        ways[to].Add((from, edges.At(edge)));
                    }
                }
            }
        }

        return [.. ways.Select(way => way.ToArray())];
    }

    /// <summary>Dijkstra's algorithm from one place after another; of one thread.</summary>
    private sealed class ShortestWays((int To, double Minutes)[][] ways, double below)
    {
        private readonly PriorityQueue<int, double> _next = new();
        private readonly double[] _best = NewBest(ways.Length);
        private readonly List<int> _touched = [];

        public void Fill(int residence, List<(int Practice, double Minutes)> row)
        {
            Reach(residence, 0);
            while (_next.TryDequeue(out var place, out var minutes))
            {
                if (minutes > _best[place])
                {
                    continue;
                }

                row.Add((place, minutes));
                foreach (var way in ways[place])
                {
                    Reach(way.To, minutes + way.Minutes);
                }
            }

            foreach (var place in _touched)
            {
                _best[place] = double.PositiveInfinity;
            }

            _touched.Clear();
        }

        private static double[] NewBest(int count)
        {
            var best = new double[count];
            Array.Fill(best, double.PositiveInfinity);
            return best;
        }

        private void Reach(int place, double minutes)
        {
            if (minutes >= below || minutes >= _best[place])
            {
                return;
            }

            if (double.IsPositiveInfinity(_best[place]))
            {
                _touched.Add(place);
            }

            _best[place] = minutes;
            _next.Enqueue(place, minutes);
        }
    }
}
