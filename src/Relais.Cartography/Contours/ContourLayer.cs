using System.Text.Json;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Relais.Cartography.Contours;

/// <summary>
/// Shapes of communes from a GeoJSON file of contours in degrees, each feature with <c>properties.code</c>. Pieces of a
/// commune are dissolved, islands are kept, and shared borders stay shared whatever is simplified.
/// </summary>
public static class ContourLayer
{
    /// <summary>Under it, an islet or a pond of a commune that has larger parts is left out.</summary>
    private const double SmallestSquareKilometres = 0.05;

    private static readonly GeometryFactory Factory = new();

    /// <summary>Reads a file as it comes: memory holds the shapes and one feature.</summary>
    /// <param name="geoJson">The file.</param>
    /// <param name="communeOf">The commune of today for a code, also one from before a merger; none when nobody has it.</param>
    /// <param name="toleranceMetres">How far a simplified border may stray; about what is seen on a map of a department.</param>
    public static async Task<ContourReading> ReadAsync(Stream geoJson, Func<string, string?> communeOf, double toleranceMetres, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(geoJson);
        ArgumentNullException.ThrowIfNull(communeOf);
        var pieces = new Dictionary<string, List<Polygon>>(StringComparer.Ordinal);
        var (features, merged, refused) = (0, 0, new List<RefusedContour>());
        try
        {
            await foreach (var feature in FeatureStream.ReadAsync(geoJson, cancellation))
            {
                using (feature)
                {
                    features++;
                    var code = ReadFeature.Code(feature.RootElement);
                    var commune = code is null ? null : communeOf(code);
                    var (polygons, problem) = code is null ? ([], ContourProblem.NoCode)
                        : commune is null ? ([], ContourProblem.UnknownCode)
                        : ReadFeature.Polygons(feature.RootElement);
                    if (problem is { } why)
                    {
                        refused.Add(new RefusedContour(features, code, why));
                        continue;
                    }

                    merged += commune == code ? 0 : 1;
                    (pieces.TryGetValue(commune!, out var known) ? known : pieces[commune!] = []).AddRange(polygons);
                }
            }
        }
        catch (JsonException)
        {
            return new ContourReading(null, features, merged, refused, ContourFault.NotJson);
        }

        return pieces.Count is 0
            ? new ContourReading(null, features, merged, refused, features is 0 ? ContourFault.NoFeatures : ContourFault.NothingUsable)
            : new ContourReading(new MapLayer(LayerKind.Contours, Simplified(Dissolved(pieces), toleranceMetres)), features, merged, refused, null);
    }

    /// <summary>Shapes with fewer points and the same neighbours: what two of them share is simplified once for both, and no island is lost.</summary>
    internal static IReadOnlyDictionary<string, Geometry> Simplified(IReadOnlyDictionary<string, Geometry> shapes, double toleranceMetres)
    {
        var codes = shapes.Keys.Order(StringComparer.Ordinal).ToList();
        var coverage = codes.Select(code => shapes[code]).ToArray();
        var middle = coverage[coverage.Length / 2].EnvelopeInternal.Centre;
        var tolerance = toleranceMetres / 1000 * Plane.UnitsPerKilometre(middle.Y);
        var simplified = new CoverageSimplifier(coverage) { RemovableRingSizeFactor = 0 }.Simplify(tolerance);
        return codes.Zip(simplified).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private static Dictionary<string, Geometry> Dissolved(Dictionary<string, List<Polygon>> pieces) =>
        pieces.ToDictionary(pair => pair.Key, pair => WithoutSpecks(pair.Value.Count is 1 ? pair.Value[0] : UnaryUnionOp.Union(pair.Value)), StringComparer.Ordinal);

    private static Geometry WithoutSpecks(Geometry shape)
    {
        var parts = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>().OrderByDescending(part => part.Area).ToList();
        return Factory.BuildGeometry(parts.Where((part, rank) => rank is 0 || Plane.SquareKilometres(part) >= SmallestSquareKilometres));
    }
}
