using NetTopologySuite.Geometries;

namespace Relais.Cartography;

/// <summary>
/// The plane in which shapes are made: Mercator on a sphere. It keeps angles, so that around any commune a distance is the
/// true one times a local scale, and the line between two towns is where it is on the ground within 0.2 %.
/// Its unit is the kilometre at the equator.
/// </summary>
internal static class Plane
{
    public const double EarthRadiusKilometres = 6371.0088;
    private const double RadiansPerDegree = Math.PI / 180;

    public static Coordinate From(double latitude, double longitude) => new(
        EarthRadiusKilometres * longitude * RadiansPerDegree,
        EarthRadiusKilometres * Math.Asinh(Math.Tan(latitude * RadiansPerDegree)));

    public static (double Latitude, double Longitude) ToDegrees(double x, double y) => (
        Math.Atan(Math.Sinh(y / EarthRadiusKilometres)) / RadiansPerDegree,
        x / EarthRadiusKilometres / RadiansPerDegree);

    /// <summary>How many units of the plane a kilometre of ground measures there.</summary>
    public static double UnitsPerKilometre(double y) => Math.Cosh(y / EarthRadiusKilometres);

    /// <summary>Square kilometres of ground.</summary>
    public static double SquareKilometres(Geometry shape)
    {
        var scale = UnitsPerKilometre(shape.EnvelopeInternal.Centre.Y);
        return shape.Area / (scale * scale);
    }
}
