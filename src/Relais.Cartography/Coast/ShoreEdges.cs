using NetTopologySuite.Geometries;

namespace Relais.Cartography.Coast;

/// <summary>The edges of some polygons, sorted into the squares of a grid: tells in no time whether one of them enters a cell.</summary>
internal sealed class ShoreEdges
{
    private const double Side = 8;

    private readonly Dictionary<(int Column, int Row), List<(Coordinate From, Coordinate To)>> _squares = [];

    public ShoreEdges(IEnumerable<Polygon> polygons)
    {
        foreach (var ring in polygons.SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing)))
        {
            var points = ring.Coordinates;
            for (var rank = 1; rank < points.Length; rank++)
            {
                AddInParts(points[rank - 1], points[rank]);
            }
        }
    }

    /// <param name="cell">The corners of a convex polygon, counterclockwise.</param>
    public bool Enter(Coordinate[] cell)
    {
        var extent = new Envelope(cell);
        for (var column = Square(extent.MinX); column <= Square(extent.MaxX); column++)
        {
            for (var row = Square(extent.MinY); row <= Square(extent.MaxY); row++)
            {
                if (_squares.TryGetValue((column, row), out var edges) && edges.Exists(edge => Enters(edge.From, edge.To, cell)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether something of the edge is left once each side of the cell has cut off what lies beyond it.</summary>
    private static bool Enters(Coordinate from, Coordinate to, Coordinate[] cell)
    {
        var (start, end) = (0d, 1d);
        var corner = cell[^1];
        foreach (var next in cell)
        {
            var before = Left(corner, next, from);
            var after = Left(corner, next, to);
            if (before < 0 && after < 0)
            {
                return false;
            }

            if (before < 0)
            {
                start = Math.Max(start, before / (before - after));
            }
            else if (after < 0)
            {
                end = Math.Min(end, before / (before - after));
            }

            corner = next;
        }

        return start <= end;
    }

    /// <summary>Above zero on the left of the line from one corner to the next.</summary>
    private static double Left(Coordinate from, Coordinate to, Coordinate point) =>
        ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X));

    /// <summary>A long edge is taken in short parts, so that it is in few squares that it does not pass through.</summary>
    private void AddInParts(Coordinate from, Coordinate to)
    {
        var parts = (int)(from.Distance(to) / Side) + 1;
        for (var part = 0; part < parts; part++)
        {
            Add(Along(from, to, (double)part / parts), Along(from, to, (part + 1d) / parts));
        }
    }

    private void Add(Coordinate from, Coordinate to)
    {
        for (var column = Square(Math.Min(from.X, to.X)); column <= Square(Math.Max(from.X, to.X)); column++)
        {
            for (var row = Square(Math.Min(from.Y, to.Y)); row <= Square(Math.Max(from.Y, to.Y)); row++)
            {
                (_squares.TryGetValue((column, row), out var edges) ? edges : _squares[(column, row)] = []).Add((from, to));
            }
        }
    }

    private static Coordinate Along(Coordinate from, Coordinate to, double share) =>
        new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));

    private static int Square(double value) => (int)Math.Floor(value / Side);
}
