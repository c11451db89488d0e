using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Relais.Cartography.Contours;

/// <summary>Writes a layer as a GeoJSON file that <see cref="ContourLayer.ReadAsync"/> reads back: what an import keeps, already simplified.</summary>
public static class WriteContours
{
    private const int Decimals = 5;

    public static async Task ToAsync(Stream file, MapLayer layer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(layer);
        await using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var code in layer.Codes)
        {
            Write(json, code, layer[code]);
            await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string code, Geometry shape)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("code", code);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        for (var rank = 0; rank < shape.NumGeometries; rank++)
        {
            Write(json, (Polygon)shape.GetGeometryN(rank));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        {
            json.WriteStartArray();
            foreach (var point in ring.Coordinates)
            {
                var (latitude, longitude) = Plane.ToDegrees(point.X, point.Y);
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round(longitude, Decimals));
                json.WriteNumberValue(Math.Round(latitude, Decimals));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
