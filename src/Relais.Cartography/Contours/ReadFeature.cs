using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Relais.Cartography.Contours;

/// <summary>Turns a feature into polygons of the <see cref="Plane"/>, or says why it cannot.</summary>
internal static class ReadFeature
{
    private const double UnitsPerDegree = 100_000;
    private static readonly GeometryFactory Factory = new();

    public static string? Code(JsonElement feature) =>
        feature.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object
        && properties.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.String
            ? code.GetString()
            : null;

    /// <returns>The valid polygons, none empty; or the problem.</returns>
    public static (IReadOnlyList<Polygon> Polygons, ContourProblem? Problem) Polygons(JsonElement feature)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind is not JsonValueKind.Object
            || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates))
        {
            return ([], ContourProblem.NoPolygon);
        }

        JsonElement[]? all = type.ValueEquals("Polygon") ? [coordinates]
            : type.ValueEquals("MultiPolygon") && coordinates.ValueKind is JsonValueKind.Array ? [.. coordinates.EnumerateArray()]
            : null;
        if (all is null or [])
        {
            return ([], ContourProblem.NoPolygon);
        }

        var polygons = new List<Polygon>();
        foreach (var rings in all)
        {
            var (closed, problem) = ToRings(rings);
            if (problem is not null)
            {
                return ([], problem);
            }

            polygons.AddRange(Valid(Factory.CreatePolygon(closed[0], [.. closed.Skip(1)])));
        }

        return polygons.Count is 0 ? ([], ContourProblem.NoPolygon) : (polygons, null);
    }

    private static (IReadOnlyList<LinearRing> Rings, ContourProblem? Problem) ToRings(JsonElement rings)
    {
        var closed = new List<LinearRing>();
        foreach (var ring in Elements(rings))
        {
            var (points, problem) = ToPoints(ring);
            if (problem is not null)
            {
                return ([], problem);
            }

            closed.Add(Factory.CreateLinearRing(points));
        }

        return closed.Count is 0 ? ([], ContourProblem.BadCoordinates) : (closed, null);
    }

    /// <summary>Points on a grid of a metre, so that two neighbours whose files differ in the last digit still share their border.</summary>
    private static (Coordinate[] Points, ContourProblem? Problem) ToPoints(JsonElement ring)
    {
        var points = new List<Coordinate>();
        foreach (var pair in Elements(ring))
        {
            var (longitude, latitude) = (Number(pair, 0), Number(pair, 1));
            if (!double.IsFinite(longitude) || !double.IsFinite(latitude))
            {
                return ([], ContourProblem.BadCoordinates);
            }

            if (Math.Abs(longitude) > 180 || Math.Abs(latitude) > 89)
            {
                return ([], ContourProblem.NotDegrees);
            }

            var point = Plane.From(Math.Round(latitude * UnitsPerDegree) / UnitsPerDegree, Math.Round(longitude * UnitsPerDegree) / UnitsPerDegree);
            if (points.Count is 0 || !points[^1].Equals2D(point))
            {
                points.Add(point);
            }
        }

        if (points.Count > 0 && !points[^1].Equals2D(points[0]))
        {
            points.Add(points[0]);
        }

        return points.Count < 4 ? ([], ContourProblem.BadCoordinates) : ([.. points], null);
    }

    private static IEnumerable<JsonElement> Elements(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    private static double Number(JsonElement pair, int rank) =>
        pair.ValueKind is JsonValueKind.Array && pair.GetArrayLength() > rank && pair[rank].ValueKind is JsonValueKind.Number && pair[rank].TryGetDouble(out var value)
            ? value
            : double.NaN;

    private static IEnumerable<Polygon> Valid(Polygon polygon) => polygon.IsValid
        ? [polygon]
        : PolygonExtracter.GetPolygons(GeometryFixer.Fix(polygon)).Cast<Polygon>().Where(part => !part.IsEmpty);
}
