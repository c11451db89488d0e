using NetTopologySuite.Geometries;

namespace Relais.Cartography.Drawing;

/// <summary>
/// From the <see cref="Plane"/> to paper: Lambert's conformal cone tangent in the middle of the map, north above; near the
/// equator, where the cone opens into a cylinder, the plane itself.
/// </summary>
internal sealed class Projection
{
    private const double FlattestCone = 0.1;
    private readonly double _middle;
    private readonly double _cone;
    private readonly double _distance;

    public Projection(Envelope extent)
    {
        var (latitude, longitude) = Plane.ToDegrees(extent.Centre.X, extent.Centre.Y);
        _middle = Plane.From(latitude, longitude).X;
        _cone = Math.Sin(latitude * Math.PI / 180);
        _distance = Math.Cos(latitude * Math.PI / 180) * Math.Exp(_cone * extent.Centre.Y / Plane.EarthRadiusKilometres) / _cone;
    }

    /// <summary>Kilometres on paper; x to the east, y to the north.</summary>
    public Coordinate Project(Coordinate point)
    {
        if (Math.Abs(_cone) < FlattestCone)
        {
            return point;
        }

        var distance = Plane.EarthRadiusKilometres * _distance * Math.Exp(-_cone * point.Y / Plane.EarthRadiusKilometres);
        var (sine, cosine) = Math.SinCos(_cone * (point.X - _middle) / Plane.EarthRadiusKilometres);
        return new Coordinate(distance * sine, -distance * cosine);
    }
}
