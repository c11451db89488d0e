using NetTopologySuite.Geometries;

namespace Relais.Cartography.Drawing;

/// <summary>A part of the drawing with a scale of its own: the main map, or the frame of a land overseas.</summary>
internal sealed class Panel
{
    /// <summary>Paths are written in tenths of a unit of the drawing: whole numbers, half as long as decimal ones.</summary>
    public const int TenthsPerUnit = 10;

    private const double MarginUnits = 14;

    private readonly Projection _projection;
    private readonly double _scale;
    private readonly Coordinate _origin;

    private Panel(IReadOnlyList<string> codes, Envelope extent, Envelope paper, Projection projection, Envelope frame)
    {
        (Codes, Extent, Frame, _projection) = (codes, extent, frame, projection);
        var room = (Width: frame.Width - (2 * MarginUnits), Height: frame.Height - (2 * MarginUnits));
        _scale = Math.Min(room.Width / paper.Width, room.Height / paper.Height) * TenthsPerUnit;
        _origin = new Coordinate(
            (frame.Centre.X * TenthsPerUnit) - (paper.Centre.X * _scale),
            (frame.Centre.Y * TenthsPerUnit) + (paper.Centre.Y * _scale));
    }

    public IReadOnlyList<string> Codes { get; }

    /// <summary>What it shows, in the <see cref="Plane"/>.</summary>
    public Envelope Extent { get; }

    /// <summary>Where it stands in the drawing, in units.</summary>
    public Envelope Frame { get; }

    /// <summary>A panel with a given frame.</summary>
    public static Panel Within(MapLayer layer, IReadOnlyList<string> codes, Envelope frame)
    {
        var (extent, projection, paper) = Measure(layer, codes);
        return new Panel(codes, extent, paper, projection, frame);
    }

    /// <summary>A panel of a given width, as high as its land asks for.</summary>
    public static Panel OfWidth(MapLayer layer, IReadOnlyList<string> codes, double width, double lowest, double highest)
    {
        var (extent, projection, paper) = Measure(layer, codes);
        var height = Math.Round(Math.Clamp((paper.Height / paper.Width * (width - (2 * MarginUnits))) + (2 * MarginUnits), lowest, highest));
        return new Panel(codes, extent, paper, projection, new Envelope(0, width, 0, height));
    }

    /// <summary>From the <see cref="Plane"/> to tenths of units, not yet rounded; y downwards.</summary>
    public Coordinate Place(Coordinate point)
    {
        var paper = _projection.Project(point);
        return new Coordinate(_origin.X + (paper.X * _scale), _origin.Y - (paper.Y * _scale));
    }

    private static (Envelope Extent, Projection Projection, Envelope Paper) Measure(MapLayer layer, IReadOnlyList<string> codes)
    {
        var extent = new Envelope();
        foreach (var code in codes)
        {
            extent.ExpandToInclude(layer[code].EnvelopeInternal);
        }

        var projection = new Projection(extent);
        var paper = new Envelope();
        foreach (var point in codes.SelectMany(code => layer[code].Coordinates))
        {
            paper.ExpandToInclude(projection.Project(point));
        }

        return (extent, projection, paper);
    }
}
