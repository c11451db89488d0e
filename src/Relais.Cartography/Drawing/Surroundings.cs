using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Relais.Cartography.Coast;

namespace Relais.Cartography.Drawing;

/// <summary>The land around what a panel shows, cut at its frame: a territory does not float in nothing.</summary>
internal static class Surroundings
{
    private static readonly PrecisionModel Tenths = new(1);
    private static readonly GeometryFactory Factory = new();

    public static string Of(Panel panel)
    {
        var frame = new Envelope(panel.Frame);
        var window = Factory.ToGeometry(new Envelope(frame.MinX * Panel.TenthsPerUnit, frame.MaxX * Panel.TenthsPerUnit, frame.MinY * Panel.TenthsPerUnit, frame.MaxY * Panel.TenthsPerUnit));
        var near = new Envelope(panel.Extent);
        near.ExpandBy(Math.Max(near.Width, near.Height));

        return string.Concat(Coastline.OfFrance.Pieces.Where(piece => piece.Envelope.Intersects(near)).Select(piece => Cut(piece, panel, window)));
    }

    private static string Cut(LandPiece piece, Panel panel, Geometry window)
    {
        var rings = piece.Polygon.InteriorRings.Prepend(piece.Polygon.ExteriorRing)
            .Select(ring => Factory.CreateLinearRing(Array.ConvertAll(ring.Coordinates, panel.Place)))
            .ToArray();
        var placed = Factory.CreatePolygon(rings[0], rings[1..]);
        return placed.EnvelopeInternal.Intersects(window.EnvelopeInternal)
            ? PathText.OfDrawn(OverlayNG.Overlay(placed, window, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection, Tenths))
            : "";
    }
}
