using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Relais.Cartography.Drawing;

/// <summary>Dissolves the shapes of a group into the line around it, on the grid of the drawing: what is not seen apart there is welded.</summary>
internal static class Outlines
{
    /// <summary>A smaller hole is no enclave: it is the trace of two borders that were not quite one.</summary>
    private const double SmallestHoleSquareKilometres = 2;

    private static readonly PrecisionModel Tenths = new(1);
    private static readonly GeometryFactory Factory = new();

    public static string Around(MapOutline outline, IEnumerable<Panel> panels) => string.Concat(
        panels.Select(panel => Around([.. panel.Codes.Intersect(outline.Codes, StringComparer.Ordinal).Select(code => Placed(panel.Shapes[code], panel))], panel)));

    private static string Around(Geometry[] shapes, Panel panel) => shapes.Length is 0
        ? ""
        : PathText.OfDrawn(WithoutSmallHoles(
            UnaryUnionNG.Union((Geometry)Factory.CreateGeometryCollection(shapes), Tenths),
            SmallestHoleSquareKilometres * panel.SquareKilometre));

    private static Geometry Placed(Geometry shape, Panel panel)
    {
        var placed = shape.Copy();
        placed.Apply(new Placing(panel));
        return placed;
    }

    private static Geometry WithoutSmallHoles(Geometry union, double smallest) => Factory.BuildGeometry(
        Enumerable.Range(0, union.NumGeometries)
            .Select(union.GetGeometryN)
            .OfType<Polygon>()
            .Select(Geometry (polygon) => Factory.CreatePolygon(polygon.Shell, [.. polygon.Holes.Where(hole => Factory.CreatePolygon(hole).Area >= smallest)])));

    private sealed class Placing(Panel panel) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (var rank = 0; rank < seq.Count; rank++)
            {
                var placed = panel.Place(seq.GetCoordinate(rank));
                seq.SetX(rank, placed.X);
                seq.SetY(rank, placed.Y);
            }
        }
    }
}
