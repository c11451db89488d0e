using System.Runtime.CompilerServices;

namespace Relais.Accessibility.Times;

/// <summary>Places in bands of latitude, each band by rising longitude, so that the neighbours of one are in a few short stretches.</summary>
internal sealed class PlaceGrid
{
    /// <summary>Bands half as high as the reach: five narrow stretches look at fewer places in vain than three wide ones.</summary>
    private const int BandsInReach = 2;

    /// <summary>More than all the longitudes there are, in radians: one number sorts by band, then by longitude.</summary>
    private const double RoomOfABand = 8;

    private readonly double _bandHeight;
    private readonly double _south;
    private readonly int[] _bandStart;
    private readonly double[] _longitude;
    private readonly double _reach;

    /// <param name="reachKilometres">How far neighbours are at most.</param>
    public PlaceGrid(IReadOnlyList<Place?> places, double reachKilometres)
    {
        _reach = reachKilometres / GreatCircle.EarthRadiusKilometres;
        var known = Enumerable.Range(0, places.Count).Where(rank => places[rank] is { } place && double.IsFinite(place.Latitude + place.Longitude)).ToArray();
        _south = known.Length is 0 ? 0 : known.Min(rank => GreatCircle.Radians(places[rank]!.Value.Latitude));
        _bandHeight = Math.Max(_reach / BandsInReach, 1e-4);
        var bands = known.Length is 0 ? 1 : BandOf(known.Max(rank => GreatCircle.Radians(places[rank]!.Value.Latitude))) + 1;

        (Rank, _longitude, _bandStart) = (known, new double[known.Length], new int[bands + 1]);
        var keys = new double[known.Length];
        for (var at = 0; at < known.Length; at++)
        {
            var place = places[known[at]]!.Value;
            var band = BandOf(GreatCircle.Radians(place.Latitude));
            keys[at] = (band * RoomOfABand) + GreatCircle.Radians(place.Longitude);
            _bandStart[band + 1]++;
        }

        Array.Sort(keys, known);
        for (var at = 0; at < known.Length; at++)
        {
            _longitude[at] = GreatCircle.Radians(places[known[at]]!.Value.Longitude);
        }

        for (var band = 0; band < bands; band++)
        {
            _bandStart[band + 1] += _bandStart[band];
        }
    }

    /// <summary>The places that have a point, in the order of the grid.</summary>
    public int[] Rank { get; }

    /// <summary>The stretches of <see cref="Rank"/> that hold every place within reach of one, and a few beyond.</summary>
    /// <param name="latitude">Radians.</param>
    /// <param name="longitude">Radians.</param>
    /// <param name="stretches">Filled; twelve are enough.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Around(double latitude, double longitude, Span<(int From, int To)> stretches)
    {
        var (count, half) = (0, HalfWidth(latitude));
        var last = Math.Min(BandOf(latitude + _reach), _bandStart.Length - 2);
        for (var band = Math.Max(0, BandOf(latitude - _reach)); band <= last; band++)
        {
            Add(band, longitude - half, longitude + half, stretches, ref count);
            if (longitude - half < -Math.PI)
            {
                Add(band, longitude - half + Math.Tau, Math.PI, stretches, ref count);
            }
            else if (longitude + half > Math.PI)
            {
                Add(band, -Math.PI, longitude + half - Math.Tau, stretches, ref count);
            }
        }

        return count;
    }

    /// <summary>Half the longitudes that the circle of reach spans: all of them around a pole.</summary>
    private double HalfWidth(double latitude) =>
        Math.Abs(latitude) + _reach >= Math.PI / 2 ? Math.PI : Math.Asin(Math.Sin(_reach) / Math.Cos(latitude)) + 1e-9;

    private void Add(int band, double west, double east, Span<(int From, int To)> stretches, ref int count)
    {
        var (from, end) = (LowerBound(_bandStart[band], _bandStart[band + 1], west), _bandStart[band + 1]);
        var to = from;
        while (to < end && _longitude[to] <= east)
        {
            to++;
        }

        if (to > from)
        {
            stretches[count++] = (from, to);
        }
    }

    private int LowerBound(int from, int to, double longitude)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (_longitude[middle] < longitude)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    private int BandOf(double latitude) => (int)Math.Floor((latitude - _south) / _bandHeight);
}
