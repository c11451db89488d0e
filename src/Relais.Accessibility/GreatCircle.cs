namespace Relais.Accessibility;

/// <summary>Distances on a sphere of the mean radius of the Earth: within 0.5 % of those on the ellipsoid.</summary>
public static class GreatCircle
{
    /// <summary>Mean radius R1 of the IUGG, in kilometres.</summary>
    public const double EarthRadiusKilometres = 6371.0088;

    /// <summary>Great-circle distance in kilometres, by the haversine, which is exact at short range.</summary>
    public static double Kilometres(Place from, Place to)
    {
        var fromLatitude = Radians(from.Latitude);
        var toLatitude = Radians(to.Latitude);
        var halfLatitude = Math.Sin((toLatitude - fromLatitude) / 2);
        var halfLongitude = Math.Sin(Radians(to.Longitude - from.Longitude) / 2);
        var haversine = (halfLatitude * halfLatitude) + (Math.Cos(fromLatitude) * Math.Cos(toLatitude) * halfLongitude * halfLongitude);

        return 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    internal static double Radians(double degrees) => degrees * (Math.PI / 180);
}
