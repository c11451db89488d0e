namespace Relais.Accessibility;

/// <summary>
/// Travel times from one place of a list to all the others. The places are turned once into points of the unit sphere,
/// so that a row costs a subtraction and an arc sine per place: all the communes of France in about a millisecond.
/// </summary>
public sealed class TravelTimes
{
    private readonly TravelModel _model;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;
    private readonly double[] _altitude;
    private readonly int[] _land;

    /// <param name="model">How a distance becomes a time.</param>
    /// <param name="places">The places, addressed afterwards by their rank; a place without coordinates is never reached.</param>
    /// <param name="lands">For each place, the land that it stands on: a car does not cross from one to another. None: all on one.</param>
    /// <exception cref="ArgumentException">The two lists have different lengths.</exception>
    public TravelTimes(TravelModel model, IReadOnlyList<Place?> places, IReadOnlyList<int>? lands = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(places);
        if (lands is not null && lands.Count != places.Count)
        {
            throw new ArgumentException("Each place needs its land.", nameof(lands));
        }

        _model = model;
        _x = new double[places.Count];
        _y = new double[places.Count];
        _z = new double[places.Count];
        _altitude = new double[places.Count];
        _land = lands is null ? new int[places.Count] : [.. lands];

        for (var rank = 0; rank < places.Count; rank++)
        {
            Put(rank, places[rank] ?? new Place(double.NaN, double.NaN));
        }
    }

    public int Count => _x.Length;

    public TravelTimeQuality Quality => _model.Quality;

    /// <summary>
    /// Fills <paramref name="minutes"/> with the time from one place to each: 0 to itself, positive infinity where no
    /// car goes (another land, a place without coordinates). The other values agree with <see cref="TravelModel.Minutes(Place, Place)"/>
    /// within a thousandth of a minute.
    /// </summary>
    /// <exception cref="ArgumentException">The span is not one value per place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No place has that rank.</exception>
    public void Fill(int from, Span<float> minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, Count);
        if (minutes.Length != Count)
        {
            throw new ArgumentException("One value per place is needed.", nameof(minutes));
        }

        for (var to = 0; to < minutes.Length; to++)
        {
            minutes[to] = (float)Minutes(from, to);
        }

        minutes[from] = 0;
    }

    /// <summary>The time between two places of the list, in minutes; positive infinity where no car goes.</summary>
    public double Minutes(int from, int to)
    {
        if (from == to)
        {
            return 0;
        }

        if (_land[from] != _land[to])
        {
            return double.PositiveInfinity;
        }

        var (x, y, z) = (_x[from] - _x[to], _y[from] - _y[to], _z[from] - _z[to]);
        var chord = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (double.IsNaN(chord))
        {
            return double.PositiveInfinity;
        }

        var kilometres = 2 * GreatCircle.EarthRadiusKilometres * Math.Asin(Math.Min(1, chord / 2));
        var climb = _altitude[from] - _altitude[to];
        return _model.Minutes(kilometres, double.IsNaN(climb) ? 0 : climb);
    }

    private void Put(int rank, Place place)
    {
        var (latitude, longitude) = (GreatCircle.Radians(place.Latitude), GreatCircle.Radians(place.Longitude));
        _x[rank] = Math.Cos(latitude) * Math.Cos(longitude);
        _y[rank] = Math.Cos(latitude) * Math.Sin(longitude);
        _z[rank] = Math.Sin(latitude);
        _altitude[rank] = place.AltitudeMetres ?? double.NaN;
    }
}
