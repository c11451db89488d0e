using NetTopologySuite.Geometries;

namespace Relais.Cartography.Drawing;

/// <summary>A part of the drawing with a scale of its own: the main map, or the frame of a land overseas.</summary>
internal sealed class Panel
{
    /// <summary>Paths are written in tenths of a unit of the drawing: whole numbers, half as long as decimal ones.</summary>
    public const int TenthsPerUnit = 10;

    private const double MarginUnits = 14;

    /// <summary>In units: what is seen of a border at the size of a page.</summary>
    private const double Tolerance = 1.5;

    private readonly Projection _projection;
    private readonly double _scale;
    private readonly Coordinate _origin;

    private Panel(MapLayer layer, IReadOnlyList<string> codes, Envelope frame, (Envelope Extent, Projection Projection, Envelope Paper) measures)
    {
        (Codes, Extent, Frame, _projection) = (codes, measures.Extent, frame, measures.Projection);
        var paper = measures.Paper;
        var room = (Width: frame.Width - (2 * MarginUnits), Height: frame.Height - (2 * MarginUnits));
        _scale = Math.Min(room.Width / paper.Width, room.Height / paper.Height) * TenthsPerUnit;
        _origin = new Coordinate(
            (frame.Centre.X * TenthsPerUnit) - (paper.Centre.X * _scale),
            (frame.Centre.Y * TenthsPerUnit) + (paper.Centre.Y * _scale));
        SquareKilometre = _scale * _scale;
        Shapes = layer.Shapes(codes, Tolerance * TenthsPerUnit / _scale * 1000);
    }

    public IReadOnlyList<string> Codes { get; }

    /// <summary>What to draw of each commune, in the <see cref="Plane"/>.</summary>
    public IReadOnlyDictionary<string, Geometry> Shapes { get; }

    /// <summary>How many square tenths of a unit a square kilometre of ground covers.</summary>
    public double SquareKilometre { get; }

    /// <summary>What it shows, in the <see cref="Plane"/>.</summary>
    public Envelope Extent { get; }

    /// <summary>Where it stands in the drawing, in units.</summary>
    public Envelope Frame { get; }

    /// <summary>A panel with a given frame.</summary>
    public static Panel Within(MapLayer layer, IReadOnlyList<string> codes, Envelope frame) =>
        new(layer, codes, frame, Measure(layer, codes));

    /// <summary>A panel of a given width, as high as its land asks for.</summary>
    public static Panel OfWidth(MapLayer layer, IReadOnlyList<string> codes, double width, double lowest, double highest)
    {
        var measures = Measure(layer, codes);
        var ratio = measures.Paper.Height / measures.Paper.Width;
        var height = Math.Round(Math.Clamp((ratio * (width - (2 * MarginUnits))) + (2 * MarginUnits), lowest, highest));
        return new Panel(layer, codes, new Envelope(0, width, 0, height), measures);
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
