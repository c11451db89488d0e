namespace Relais.Accessibility;

/// <summary>
/// Minutes by car between two places, from their distance as the crow flies:
/// <c>base + perKilometre × km + perHundredMetres × |difference of altitude| / 100</c>.
/// </summary>
/// <remarks>
/// Fitted by least squares on OSRM times (free flow, no traffic) between the town halls of the 512 communes of Isère,
/// lowland half, 28 142 pairs up to 25 km: bias −0.05 min, mean absolute error 2.98 min, r = 0.908. The altitude
/// term comes from the whole department (26 884 pairs). It knows neither roads nor water: two shores of a bay are
/// too close. Figures that a regulation rests on need an imported matrix.
/// </remarks>
/// <param name="BaseMinutes">What leaving and arriving take, in minutes; nothing for a trip inside the same place.</param>
/// <param name="MinutesPerKilometre">Minutes for each great-circle kilometre.</param>
/// <param name="MinutesPerHundredMetres">Minutes for each 100 m of difference in altitude, where both ends are known.</param>
public sealed record TravelModel(double BaseMinutes, double MinutesPerKilometre, double MinutesPerHundredMetres)
{
    public static TravelModel Lowland { get; } = new(3.63, 1.42, 1.54);

    public TravelTimeQuality Quality { get; } = TravelTimeQuality.Estimated;

    /// <summary>Minutes from one place to another; 0 when they are the same point.</summary>
    public double Minutes(Place from, Place to) => from == to
        ? 0
        : Minutes(GreatCircle.Kilometres(from, to), (from.AltitudeMetres - to.AltitudeMetres) ?? 0);

    internal double Minutes(double kilometres, double climbMetres) =>
        BaseMinutes + (MinutesPerKilometre * kilometres) + (MinutesPerHundredMetres * Math.Abs(climbMetres) / 100);
}
