using System.Globalization;

namespace Relais.Bench.Planning;

/// <summary>What an invented instance draws: chances, whole numbers, one of several, places.</summary>
internal sealed class Draws(int seed)
{
    private readonly MersenneTwister _random = new((uint)((seed * 1000003L) + 17));

    public double Next() => _random.Next();

    public bool Chance(double share) => Next() < share;

    public double Between(double least, double most) => least + ((most - least) * Next());

    /// <summary>Both ends included.</summary>
    public int Whole(int least, int most) => least + (int)((most - least + 1) * Next());

    public T One<T>(IReadOnlyList<T> of) => of[(int)(of.Count * Next())];

    /// <summary>A place in the list of shares.</summary>
    public int Weighted(double[] cumulated)
    {
        var drawn = Next();
        var found = Array.FindIndex(cumulated, share => drawn <= share);
        return found < 0 ? cumulated.Length - 1 : found;
    }

    /// <summary>Around a town drawn by its weight.</summary>
    public (string Latitude, string Longitude) Around(IReadOnlyList<Place> places, double[] cumulated, double kilometres)
    {
        var place = places[Weighted(cumulated)];
        var (north, east) = (kilometres * Normal(), kilometres * Normal());
        return (Degrees(place.Latitude + (north / 111.2)), Degrees(place.Longitude + (east / (111.2 * Math.Cos(place.Latitude * (Math.PI / 180))))));
    }

    public static double[] Cumulated(IEnumerable<double> weights)
    {
        var (sums, total) = (new List<double>(), 0.0);
        foreach (var weight in weights)
        {
            total += weight;
            sums.Add(total);
        }

        return [.. sums.Select(sum => sum / total)];
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(6.283185307179586 * Next());

    private static string Degrees(double angle) => angle.ToString("F5", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.');
}
