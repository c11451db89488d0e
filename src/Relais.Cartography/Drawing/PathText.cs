using System.Globalization;
using System.Text;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Relais.Cartography.Drawing;

/// <summary>Writes shapes as the data of an SVG path, in whole tenths of a unit: a first point, then steps.</summary>
internal static class PathText
{
    private const int SmallestSide = 20;
    private const int SmallestHalfSide = 15;

    /// <summary>A shape of the <see cref="Plane"/>, never lost: what shrinks to a point at this scale becomes a lozenge that is seen.</summary>
    public static string OfShape(Geometry shape, Panel panel)
    {
        var text = new StringBuilder();
        AppendPolygons(text, shape, panel.Place);
        var extent = shape.EnvelopeInternal;
        var (low, high) = (panel.Place(new Coordinate(extent.MinX, extent.MinY)), panel.Place(new Coordinate(extent.MaxX, extent.MaxY)));
        if (text.Length is 0 || (high.X - low.X < SmallestSide && low.Y - high.Y < SmallestSide))
        {
            var (x, y) = Rounded(panel.Place(extent.Centre));
            text.Clear();
            AppendRing(text, [(x - SmallestHalfSide, y), (x, y - SmallestHalfSide), (x + SmallestHalfSide, y), (x, y + SmallestHalfSide)]);
        }

        return text.ToString();
    }

    /// <summary>Polygons that are already in tenths of a unit; empty when all of them are too small to be seen.</summary>
    public static string OfDrawn(Geometry drawn)
    {
        var text = new StringBuilder();
        AppendPolygons(text, drawn, point => point);
        return text.ToString();
    }

    private static void AppendPolygons(StringBuilder text, Geometry shape, Func<Coordinate, Coordinate> place)
    {
        for (var rank = 0; rank < shape.NumGeometries; rank++)
        {
            if (shape.GetGeometryN(rank) is Polygon { IsEmpty: false } polygon)
            {
                AppendRing(text, Steps(polygon.ExteriorRing.Coordinates, isHole: false, place));
                foreach (var hole in polygon.InteriorRings)
                {
                    AppendRing(text, Steps(hole.Coordinates, isHole: true, place));
                }
            }
        }
    }

    /// <summary>The rounded corners, each different from the one before; shells turn one way and holes the other, so that any filling rule does.</summary>
    private static List<(int X, int Y)> Steps(Coordinate[] ring, bool isHole, Func<Coordinate, Coordinate> place)
    {
        var corners = new List<(int X, int Y)>(ring.Length);
        foreach (var point in ring)
        {
            var corner = Rounded(place(point));
            if (corners.Count is 0 || corners[^1] != corner)
            {
                corners.Add(corner);
            }
        }

        if (corners.Count > 1 && corners[0] == corners[^1])
        {
            corners.RemoveAt(corners.Count - 1);
        }

        if (Orientation.IsCCW(ring) == isHole)
        {
            corners.Reverse();
        }

        return corners;
    }

    private static void AppendRing(StringBuilder text, List<(int X, int Y)> corners)
    {
        if (corners.Count < 3)
        {
            return;
        }

        text.Append('M').Append(CultureInfo.InvariantCulture, $"{corners[0].X}");
        AppendNext(text, corners[0].Y);
        text.Append('l');
        for (var rank = 1; rank < corners.Count; rank++)
        {
            var (x, y) = (corners[rank].X - corners[rank - 1].X, corners[rank].Y - corners[rank - 1].Y);
            if (rank > 1)
            {
                AppendNext(text, x);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{x}");
            }

            AppendNext(text, y);
        }

        text.Append('z');
    }

    /// <summary>A minus parts two numbers as well as a space.</summary>
    private static void AppendNext(StringBuilder text, int value)
    {
        if (value >= 0)
        {
            text.Append(' ');
        }

        text.Append(CultureInfo.InvariantCulture, $"{value}");
    }

    private static (int X, int Y) Rounded(Coordinate point) => ((int)Math.Round(point.X), (int)Math.Round(point.Y));
}
