using System.Buffers;
using System.Runtime.CompilerServices;

namespace Relais.Accessibility.Times;

/// <summary>
/// The travel times of a model between all the places of a country that are near enough, in tenths of a minute: what is estimated
/// within three minutes needs no more digits, and the same times come back from a file.
/// </summary>
public sealed class EstimatedTimes
{
    private const int PlacesOfAShare = 512;

    private readonly TravelModel _model;
    private readonly PlaceGrid _grid;
    private readonly NoDirectLink _water;
    private readonly int _count;
    private readonly double _below;
    private readonly double _farthest;
    private readonly Point[] _points;
    private readonly int[] _at;

    private EstimatedTimes(double below, TravelModel model, IReadOnlyList<Place?> places, IReadOnlyList<int>? lands, NoDirectLink water)
    {
        (_below, _model, _water, _count) = (below, model, water, places.Count);
        var reach = Math.Clamp((below - model.BaseMinutes) / model.MinutesPerKilometre, 0, Math.PI * GreatCircle.EarthRadiusKilometres);
        _grid = new PlaceGrid(places, reach);
        var chord = 2 * Math.Sin(reach / GreatCircle.EarthRadiusKilometres / 2);
        _farthest = chord * chord * (1 + 1e-12);
        _at = new int[_count];
        Array.Fill(_at, -1);
        _points = new Point[_grid.Rank.Length];
        for (var at = 0; at < _points.Length; at++)
        {
            var rank = _grid.Rank[at];
            _at[rank] = at;
            _points[at] = new Point(places[rank]!.Value, lands?[rank] ?? 0, rank);
        }
    }

    /// <summary>Every pair whose rounded time is below some minutes, a place and itself at 0.</summary>
    /// <param name="minutes">Strict, as the limit of a decay is.</param>
    /// <param name="model">How a distance becomes a time.</param>
    /// <param name="places">Addressed afterwards by their rank; one without a point only reaches itself.</param>
    /// <param name="lands">For each place, the land that it stands on: a car does not cross from one to another. None: all on one.</param>
    /// <param name="water">Pairs that are not linked although they are near.</param>
    /// <exception cref="ArgumentException">The two lists have different lengths, or the minutes are no limit.</exception>
    public static SparseTimes Below(double minutes, TravelModel model, IReadOnlyList<Place?> places, IReadOnlyList<int>? lands = null, NoDirectLink? water = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, ushort.MaxValue / 10.0);
        if (lands is not null && lands.Count != places.Count)
        {
            throw new ArgumentException("Each place needs its land.", nameof(lands));
        }

        return new EstimatedTimes(minutes, model, places, lands, water ?? NoDirectLink.Nowhere).Gather();
    }

    internal static TimesProvenance ProvenanceOf(TravelModel model) => new(
        FormattableString.Invariant($"t = {model.BaseMinutes} + {model.MinutesPerKilometre} km + {model.MinutesPerHundredMetres} / 100 m"), "1", null, model.Quality);

    private SparseTimes Gather()
    {
        var shares = new (ulong[] Pairs, int Count)[(_count + PlacesOfAShare - 1) / PlacesOfAShare];
        var start = new int[_count + 1];
        Parallel.For(0, shares.Length, share => shares[share] = Rows(share * PlacesOfAShare, Math.Min(_count, (share + 1) * PlacesOfAShare), start));
        for (var rank = 0; rank < _count; rank++)
        {
            start[rank + 1] += start[rank];
        }

        var (column, tenths) = (new int[start[^1]], new ushort[start[^1]]);
        Parallel.For(0, shares.Length, share =>
        {
            var from = start[share * PlacesOfAShare];
            Unpack(shares[share].Pairs.AsSpan(0, shares[share].Count), column.AsSpan(from), tenths.AsSpan(from));
            ArrayPool<ulong>.Shared.Return(shares[share].Pairs);
        });
        return new SparseTimes(start, column, tenths, ProvenanceOf(_model));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Unpack(ReadOnlySpan<ulong> pairs, Span<int> column, Span<ushort> tenths)
    {
        for (var at = 0; at < pairs.Length; at++)
        {
            column[at] = (int)(pairs[at] >> 16);
            tenths[at] = (ushort)pairs[at];
        }
    }

    /// <returns>The pairs of some residences, each a rank and its tenths in one number, so that they are sorted as numbers.</returns>
    private (ulong[] Pairs, int Count) Rows(int first, int end, int[] start)
    {
        var (pairs, count) = (ArrayPool<ulong>.Shared.Rent(PlacesOfAShare * 64), 0);
        for (var rank = first; rank < end; rank++)
        {
            var before = count;
            if (_at[rank] < 0)
            {
                Make(ref pairs, count, 1);
                pairs[count++] = (ulong)rank << 16;
            }
            else
            {
                AddNeighbours(_points[_at[rank]], ref pairs, ref count);
                pairs.AsSpan(before, count - before).Sort();
            }

            start[rank + 1] = count - before;
        }

        return (pairs, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNeighbours(in Point from, ref ulong[] pairs, ref int count)
    {
        Span<(int From, int To)> stretches = stackalloc (int, int)[12];
        var (found, touchesWater) = (_grid.Around(from.Latitude, from.Longitude, stretches), _water.Touches(from.Rank));
        foreach (var (first, end) in stretches[..found])
        {
            Make(ref pairs, count, end - first);
            foreach (ref readonly var to in _points.AsSpan(first..end))
            {
                var minutes = from.Rank == to.Rank ? 0 : Minutes(from, to);
                if (minutes < _below && !(touchesWater && _water.Parts(from.Rank, to.Rank)))
                {
                    pairs[count++] = ((ulong)to.Rank << 16) | (ulong)Math.Round(minutes * 10);
                }
            }
        }
    }

    /// <summary>Rounded to tenths; without end from one land to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Minutes(in Point from, in Point to)
    {
        var (x, y, z) = (from.X - to.X, from.Y - to.Y, from.Z - to.Z);
        var square = (x * x) + (y * y) + (z * z);
        if (square > _farthest || from.Land != to.Land)
        {
            return double.PositiveInfinity;
        }

        var climb = from.Altitude - to.Altitude;
        return Math.Round(_model.Minutes(2 * GreatCircle.EarthRadiusKilometres * Math.Asin(Math.Sqrt(square) / 2), double.IsNaN(climb) ? 0 : climb) * 10) / 10;
    }

    private static void Make(ref ulong[] pairs, int count, int more)
    {
        if (count + more <= pairs.Length)
        {
            return;
        }

        var wider = ArrayPool<ulong>.Shared.Rent(Math.Max(pairs.Length * 2, count + more));
        pairs.AsSpan(0, count).CopyTo(wider);
        ArrayPool<ulong>.Shared.Return(pairs);
        pairs = wider;
    }

    /// <summary>A place on the unit sphere.</summary>
    private readonly struct Point
    {
        public readonly double X;
        public readonly double Y;
        public readonly double Z;
        public readonly double Altitude;
        public readonly double Latitude;
        public readonly double Longitude;
        public readonly int Land;
        public readonly int Rank;

        public Point(Place place, int land, int rank)
        {
            (Latitude, Longitude) = (GreatCircle.Radians(place.Latitude), GreatCircle.Radians(place.Longitude));
            (X, Y, Z) = (Math.Cos(Latitude) * Math.Cos(Longitude), Math.Cos(Latitude) * Math.Sin(Longitude), Math.Sin(Latitude));
            (Altitude, Land, Rank) = (place.AltitudeMetres ?? double.NaN, land, rank);
        }
    }
}
