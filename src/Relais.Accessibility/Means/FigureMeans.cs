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
        var inhabited = All(values, places).Where(place => population[place] > 0).ToArray();
        var keys = inhabited.Select(place => values[place]).ToArray();
        Array.Sort(keys, inhabited);
        var share = inhabited.Sum(place => population[place]) / Tenths;
        if (inhabited.Length is 0)
        {
            return [];
        }

        var (means, tenth, room) = (new double[Tenths], 0, share);
        for (var at = 0; at < inhabited.Length; at++)
        {
            for (var left = population[inhabited[at]]; left > 0;)
            {
                // What rounding leaves over belongs to the last tenth.
                var taken = tenth is Tenths - 1 ? left : Math.Min(left, room);
                means[tenth] += taken * keys[at] / share;
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
