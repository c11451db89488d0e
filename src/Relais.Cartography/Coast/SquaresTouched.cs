using NetTopologySuite.Geometries;

namespace Relais.Cartography.Coast;

/// <summary>The squares of a grid through which the edges of some polygons pass: tells in no time that a cell is far from any shore.</summary>
internal sealed class SquaresTouched
{
    private const double Side = 8;

    private readonly HashSet<(int Column, int Row)> _squares = [];

    public SquaresTouched(IEnumerable<Polygon> polygons)
    {
        foreach (var ring in polygons.SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing)))
        {
            var points = ring.Coordinates;
            for (var rank = 1; rank < points.Length; rank++)
            {
                AddEdge(points[rank - 1], points[rank]);
            }
        }
    }

    public bool Touches(Envelope rectangle)
    {
        for (var column = Square(rectangle.MinX); column <= Square(rectangle.MaxX); column++)
        {
            for (var row = Square(rectangle.MinY); row <= Square(rectangle.MaxY); row++)
            {
                if (_squares.Contains((column, row)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A long edge is taken in short parts, each with the whole rectangle around it.</summary>
    private void AddEdge(Coordinate from, Coordinate to)
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
                _squares.Add((column, row));
            }
        }
    }

    private static Coordinate Along(Coordinate from, Coordinate to, double share) =>
        new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));

    private static int Square(double value) => (int)Math.Floor(value / Side);
}
