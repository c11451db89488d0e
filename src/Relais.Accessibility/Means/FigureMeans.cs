namespace Relais.Accessibility.Means;

/// <summary>
/// How figures of communes are put together, as DREES does: the mean of a territory is weighed by the standardised population,
/// people under a threshold and tenths are counted in the total population. A set of places is their ranks; none means all.
/// </summary>
public static class FigureMeans
{
    private const int Tenths = 10;

    /// <summary>Σ w·a / Σ w, or NaN where nobody is counted: an empty territory has no figure.</summary>
    /// <param name="weights">Standardised population for a mean of the APL; say which was used beside the mean.</param>
    public static double Mean(IReadOnlyList<double> values, IReadOnlyList<double> weights, IReadOnlyCollection<int>? places = null)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var place in All(values, places))
        {
            sum += weights[place] * values[place];
            total += weights[place];
        }

        return sum / total;
    }

    /// <summary>People of the places whose figure is below the threshold; those of a place exactly on it are not counted.</summary>
    public static double PeopleUnder(double threshold, IReadOnlyList<double> values, IReadOnlyList<double> population, IReadOnlyCollection<int>? places = null) =>
        All(values, places).Sum(place => values[place] < threshold ? population[place] : 0);

    /// <summary>
    /// The mean figure of each tenth of the people, from the least served to the best: a place that straddles two tenths is
    /// shared between them. Empty where nobody lives.
    /// </summary>
    public static IReadOnlyList<double> OfTenths(IReadOnlyList<double> values, IReadOnlyList<double> population, IReadOnlyCollection<int>? places = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        var inhabited = Rising(values, population, places);
        return OfTenths(inhabited.Select(place => (values[place], population[place])), inhabited.Sum(place => population[place]));
    }

    /// <summary>The places where somebody lives, by rising figure.</summary>
    internal static int[] Rising(IReadOnlyList<double> values, IReadOnlyList<double> population, IReadOnlyCollection<int>? places)
    {
        var inhabited = All(values, places).Where(place => population[place] > 0).ToArray();
        Array.Sort(inhabited.Select(place => values[place]).ToArray(), inhabited);
        return inhabited;
    }

    /// <param name="rising">By rising figure.</param>
    /// <param name="people">Of all of them.</param>
    internal static double[] OfTenths(IEnumerable<(double Figure, double People)> rising, double people)
    {
        if (!(people > 0))
        {
            return [];
        }

        var (means, tenth, share) = (new double[Tenths], 0, people / Tenths);
        var room = share;
        foreach (var (figure, here) in rising)
        {
            for (var left = here; left > 0;)
            {
                // What rounding leaves over belongs to the last tenth.
                var taken = tenth is Tenths - 1 ? left : Math.Min(left, room);
                means[tenth] += taken * figure / share;
                (left, room) = (left - taken, room - taken);
                if (room <= 0 && tenth < Tenths - 1)
                {
                    (tenth, room) = (tenth + 1, share);
                }
            }
        }

        return means;
    }

    private static IEnumerable<int> All(IReadOnlyList<double> values, IReadOnlyCollection<int>? places) => places ?? Enumerable.Range(0, values.Count);
}
