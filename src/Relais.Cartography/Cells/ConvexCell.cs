using NetTopologySuite.Geometries;

namespace Relais.Cartography.Cells;

/// <summary>A convex polygon around a point, that loses a half-plane at a time.</summary>
internal sealed class ConvexCell
{
    private readonly double _x;
    private readonly double _y;

    /// <summary>Of a side that nobody drew yet.</summary>
    private const int Nobody = -1;

    /// <summary>Corners relative to the point, each with whose side begins there: small numbers, exact to less than a millimetre.</summary>
    private List<(double X, double Y, int Beyond)> _corners;
    private List<(double X, double Y, int Beyond)> _spare;

    public ConvexCell(Coordinate point, double radius, int sides)
    {
        (_x, _y) = (point.X, point.Y);
        _corners = new(sides * 2);
        _spare = new(sides * 2);
        for (var side = 0; side < sides; side++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * side / sides);
            _corners.Add((radius * cosine, radius * sine, Nobody));
        }

        Reach = radius;
    }

    /// <summary>The distance to the farthest corner: a point more than twice as far takes nothing.</summary>
    public double Reach { get; private set; }

    /// <param name="other">Who takes the half that is nearer to it.</param>
    /// <param name="rank">Of that other.</param>
    public void KeepNearerThan(Coordinate other, int rank)
    {
        var (x, y) = (other.X - _x, other.Y - _y);
        var half = ((x * x) + (y * y)) / 2;
        if (half is 0 || half >= Reach * Math.Sqrt(2 * half))
        {
            return;
        }

        _spare.Clear();
        var from = _corners[^1];
        var fromSide = (from.X * x) + (from.Y * y) - half;
        foreach (var to in _corners)
        {
            var toSide = (to.X * x) + (to.Y * y) - half;
            if (fromSide <= 0 != toSide <= 0)
            {
                var share = fromSide / (fromSide - toSide);
                _spare.Add((from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share), fromSide <= 0 ? rank : from.Beyond));
            }

            if (toSide <= 0)
            {
                _spare.Add(to);
            }

            (from, fromSide) = (to, toSide);
        }

        (_corners, _spare) = (_spare, _corners);
        Reach = 0;
        foreach (var (cornerX, cornerY, _) in _corners)
        {
            Reach = Math.Max(Reach, Math.Sqrt((cornerX * cornerX) + (cornerY * cornerY)));
        }
    }

    public Coordinate[] Corners() => [.. _corners.Select(corner => new Coordinate(_x + corner.X, _y + corner.Y))];

    /// <summary>The sides that others drew, with their rank.</summary>
    public IEnumerable<(int Beyond, (Coordinate From, Coordinate To) Border)> Borders()
    {
        for (var at = 0; at < _corners.Count; at++)
        {
            var (from, to) = (_corners[at], _corners[(at + 1) % _corners.Count]);
            if (from.Beyond is not Nobody)
            {
                yield return (from.Beyond, (new Coordinate(_x + from.X, _y + from.Y), new Coordinate(_x + to.X, _y + to.Y)));
            }
        }
    }
}
