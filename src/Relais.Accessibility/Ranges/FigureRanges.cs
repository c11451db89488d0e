using Relais.Accessibility.Catchments;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Ranges;

/// <summary>What figures rest on when their times are estimated.</summary>
/// <param name="Places">The points of the communes.</param>
/// <param name="IsApproximate">For each, whether its point was deduced from its neighbours.</param>
/// <param name="Lands">For each, the land that it stands on; none: all on one.</param>
/// <param name="Water">Pairs that are not linked although they are near.</param>
public sealed record EstimatedGround(IReadOnlyList<Place?> Places, IReadOnlyList<bool> IsApproximate, IReadOnlyList<int>? Lands = null, NoDirectLink? Water = null);

/// <summary>
/// The range of each figure: points that are approximate are drawn again around where they are said to be, every modelled time is drawn
/// again around itself, and the figures are computed anew, many times.
/// </summary>
/// <remarks>
/// The way there and the way back err alike; errors of different pairs are taken as independent, which roads that many pairs share are
/// not, so a range is rather too narrow than too wide. The same seed gives the same ranges on any machine. A draw of all of France takes a
/// second or so: it is work for the background.
/// </remarks>
public static class FigureRanges
{
    /// <summary>Times beyond the limit by more than so many deviations do not come back under it.</summary>
    private const double Margin = 2.5;

    private const double Tail = 0.05;

    /// <param name="ground">Points.</param>
    /// <param name="model">How a distance becomes a time.</param>
    /// <param name="precision">How far off both are.</param>
    /// <param name="parameters">The method and its weights.</param>
    /// <param name="demand">For each place, the people.</param>
    /// <param name="supply">For each place, the supply.</param>
    /// <param name="draws">At least 20, so that one in twenty is one.</param>
    /// <param name="seed">Any number; the same gives the same ranges.</param>
    public static IReadOnlyList<FigureRange> Of(
        EstimatedGround ground, TravelModel model, Precision precision, CatchmentParameters parameters, double[] demand, double[] supply, int draws, ulong seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(precision);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 20);
        var drawn = new IReadOnlyList<double>[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var noise = new Noise(Noise.Mix(seed + (ulong)draw));
            Place?[] places = [.. ground.Places.Select((place, rank) => place is { } point && ground.IsApproximate[rank] ? Moved(point, noise, rank, precision.PointDeviation) : place)];
            var times = EstimatedTimes.Below(parameters.Decay.Limit + (Margin * precision.TimeDeviation), model, places, ground.Lands, ground.Water);
            drawn[draw] = new Catchment(Disturbed(times, noise, precision.TimeDeviation), parameters, demand).Divide(supply).Values;
        }

        var (ranges, values) = (new FigureRange[demand.Length], new double[draws]);
        var tail = (int)(draws * Tail);
        for (var place = 0; place < ranges.Length; place++)
        {
            for (var draw = 0; draw < draws; draw++)
            {
                values[draw] = drawn[draw][place];
            }

            Array.Sort(values);
            ranges[place] = new FigureRange(values[tail], values[^(tail + 1)]);
        }

        return ranges;
    }

    private static Place Moved(Place place, Noise noise, int rank, double kilometres)
    {
        var (north, east) = noise.Normal(rank, ulong.MaxValue);
        var degrees = kilometres / (GreatCircle.EarthRadiusKilometres * Math.PI / 180);
        return place with
        {
            Latitude = Math.Clamp(place.Latitude + (north * degrees), -90, 90),
            Longitude = Math.IEEERemainder(place.Longitude + (east * degrees / Math.Max(0.01, Math.Cos(GreatCircle.Radians(place.Latitude)))), 360),
        };
    }

    private static SparseTimes Disturbed(SparseTimes times, Noise noise, double minutes)
    {
        var tenths = new ushort[times.PairCount];
        Parallel.For(0, times.Count, from =>
        {
            for (var pair = times.Start[from]; pair < times.Start[from + 1]; pair++)
            {
                var to = times.Column[pair];
                tenths[pair] = from == to ? (ushort)0
                    : (ushort)Math.Clamp(Math.Round(times.Tenths[pair] + (10 * minutes * noise.Normal(Math.Min(from, to), (ulong)Math.Max(from, to)).One)), 0, ushort.MaxValue);
            }
        });
        return new SparseTimes(times.Start, times.Column, tenths, times.Provenance);
    }

    /// <summary>Normal numbers that depend on nothing but what they are of: no order, no thread.</summary>
    private readonly struct Noise(ulong seed)
    {
        public (double One, double Other) Normal(int of, ulong with)
        {
            var bits = Mix(seed ^ Mix(((ulong)of << 32) + (with * 0x9E37_79B9_7F4A_7C15)));
            var (radius, angle) = (Math.Sqrt(-2 * Math.Log(((bits >> 32) + 0.5) / 4294967296.0)), Math.Tau * ((bits & 0xFFFF_FFFF) / 4294967296.0));
            return (radius * Math.Cos(angle), radius * Math.Sin(angle));
        }

        /// <summary>The finaliser of SplitMix64.</summary>
        public static ulong Mix(ulong value)
        {
            value += 0x9E37_79B9_7F4A_7C15;
            value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
            value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
            return value ^ (value >> 31);
        }
    }
}
