using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Relais.Cartography.Coast;

/// <summary>
/// The land of France in the <see cref="Plane"/>: one polygon for each piece that the sea or a frontier surrounds. Drawn for
/// 1:10 000 000 (half a kilometre off, the smallest islands left out). It never changes; any number of threads may read it.
/// </summary>
internal sealed class Coastline
{
    private static readonly Lazy<Coastline> Embedded = new(Read);

    private readonly ShoreEdges _shore;

    private Coastline(IReadOnlyList<Polygon> pieces)
    {
        Pieces = [.. pieces.Select(polygon => new LandPiece(polygon))];
        _shore = new ShoreEdges(pieces);
    }

    public static Coastline OfFrance => Embedded.Value;

    public IReadOnlyList<LandPiece> Pieces { get; }

    /// <summary>The rank of the piece that holds the point, or -1 at sea.</summary>
    public int PieceAt(Coordinate point)
    {
        for (var rank = 0; rank < Pieces.Count; rank++)
        {
            if (Pieces[rank].Holds(point))
            {
                return rank;
            }
        }

        return -1;
    }

    /// <summary>Whether a shore or a frontier passes through that convex polygon; when not, it is all land or all sea.</summary>
    public bool Crosses(Coordinate[] cell) => _shore.Enter(cell);

    private static Coastline Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("coast.json.gz")!;
        using var json = new GZipStream(file, CompressionMode.Decompress);
        var coast = JsonSerializer.Deserialize<CoastFile>(json, JsonSerializerOptions.Web)!;
        return new Coastline([.. coast.Polygons.SelectMany(rings => Valid(ToPolygon(rings, coast.UnitsPerDegree)))]);
    }

    private static Polygon ToPolygon(int[][] rings, double unitsPerDegree)
    {
        var closed = rings.Select(ring => new LinearRing(ToPoints(ring, unitsPerDegree))).ToArray();
        return new Polygon(closed[0], closed[1..]);
    }

    /// <summary>The grid of the source makes a few shores touch themselves, which no intersection bears.</summary>
    private static IEnumerable<Polygon> Valid(Polygon polygon) => polygon.IsValid
        ? [polygon]
        : PolygonExtracter.GetPolygons(GeometryFixer.Fix(polygon)).Cast<Polygon>();

    private static Coordinate[] ToPoints(int[] differences, double unitsPerDegree)
    {
        var points = new Coordinate[differences.Length / 2];
        var (longitude, latitude) = (0, 0);
        for (var rank = 0; rank < points.Length; rank++)
        {
            longitude += differences[rank * 2];
            latitude += differences[(rank * 2) + 1];
            points[rank] = Plane.From(latitude / unitsPerDegree, longitude / unitsPerDegree);
        }

        return points;
    }

    private sealed record CoastFile(double UnitsPerDegree, int[][][] Polygons);
}

/// <summary>A piece of land with the sea or a frontier all around.</summary>
internal sealed class LandPiece(Polygon polygon)
{
    private readonly IndexedPointInAreaLocator _locator = new(polygon);

    public Polygon Polygon { get; } = polygon;

    public Envelope Envelope { get; } = polygon.EnvelopeInternal;

    public bool Holds(Coordinate point) => Envelope.Contains(point) && _locator.Locate(point) is not Location.Exterior;
}
