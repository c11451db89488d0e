namespace Relais.Cartography.Classes;

/// <summary>
/// The thresholds between the classes of a map. A value on a threshold belongs to the class above it, as « moins de 2,5 »
/// says. Fewer than five classes are spread over the ramp, so that they stay easy to tell apart.
/// </summary>
public sealed class ClassBreaks
{
    public const int MostClasses = 5;

    private static readonly MapClass[][] Ramps =
    [
        [MapClass.Third],
        [MapClass.Second, MapClass.Fourth],
        [MapClass.First, MapClass.Third, MapClass.Fifth],
        [MapClass.First, MapClass.Second, MapClass.Fourth, MapClass.Fifth],
        [MapClass.First, MapClass.Second, MapClass.Third, MapClass.Fourth, MapClass.Fifth],
    ];

    private readonly MapClass[] _ramp;

    private ClassBreaks(IReadOnlyList<double> thresholds, bool lowestIsStrongest)
    {
        Thresholds = thresholds;
        _ramp = lowestIsStrongest ? [.. Ramps[thresholds.Count].Reverse()] : Ramps[thresholds.Count];
    }

    /// <summary>In rising order: one fewer than there are classes.</summary>
    public IReadOnlyList<double> Thresholds { get; }

    /// <summary>Classes that a rule gives, such as 2.5 and 4 for accessibility.</summary>
    /// <param name="thresholds">At most four.</param>
    /// <param name="lowestIsStrongest">Whether low values are those to see first: where care lacks.</param>
    /// <exception cref="ArgumentException">There are more than four, they do not rise, or one is not a number.</exception>
    public static ClassBreaks Given(IReadOnlyList<double> thresholds, bool lowestIsStrongest = false)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        var rises = thresholds.Zip(thresholds.Skip(1)).All(pair => pair.First < pair.Second);
        return thresholds.Count < MostClasses && rises && thresholds.All(double.IsFinite)
            ? new ClassBreaks([.. thresholds], lowestIsStrongest)
            : throw new ArgumentException("At most four finite thresholds, each above the one before.", nameof(thresholds));
    }

    /// <summary>
    /// Classes with about as many communes in each. Equal values are never parted, so that there may be fewer classes than
    /// asked for, and none is empty.
    /// </summary>
    /// <param name="values">Those that are known; what is not finite is left out.</param>
    /// <param name="decimals">To which thresholds are rounded: the legend says exactly what the map does.</param>
    /// <param name="classes">From 1 to 5.</param>
    /// <param name="lowestIsStrongest">Whether low values are those to see first.</param>
    public static ClassBreaks Quantiles(IEnumerable<double> values, int decimals, int classes = MostClasses, bool lowestIsStrongest = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, MostClasses);
        var sorted = values.Where(double.IsFinite).Order().ToList();
        var thresholds = new List<double>();
        for (var one = 1; one < classes && sorted.Count > 0; one++)
        {
            var under = thresholds.Count is 0 ? sorted[0] : thresholds[^1];
            var next = sorted.Skip(one * sorted.Count / classes)
                .Select(value => Math.Round(value, decimals, MidpointRounding.AwayFromZero))
                .FirstOrDefault(threshold => Parts(sorted, under, threshold), double.NaN);
            if (double.IsFinite(next))
            {
                thresholds.Add(next);
            }
        }

        return new ClassBreaks(thresholds, lowestIsStrongest);
    }

    /// <summary>The class of a value; of one that is not finite, no data.</summary>
    public MapClass Of(double value) => double.IsFinite(value) ? _ramp[Rank(value)] : MapClass.NoData;

    /// <summary>The class of a value that lies somewhere in a range; not classed when its ends are not of one class.</summary>
    public MapClass Of(double lowest, double highest) => Of(lowest) == Of(highest) ? Of(lowest) : MapClass.NotClassed;

    /// <summary>The lines of the legend, from the lowest values, each with how many of the values are in it.</summary>
    public IReadOnlyList<LegendLine> Legend(IEnumerable<double> values)
    {
        var counts = values.Where(double.IsFinite).CountBy(Rank).ToDictionary();
        return
        [
            .. Enumerable.Range(0, Thresholds.Count + 1).Select(rank => new LegendLine(
                _ramp[rank],
                rank is 0 ? null : Thresholds[rank - 1],
                rank == Thresholds.Count ? null : Thresholds[rank],
                counts.GetValueOrDefault(rank))),
        ];
    }

    private int Rank(double value) => Thresholds.Count(threshold => value >= threshold);

    /// <summary>Whether there is something on both sides: from the last threshold to this one, and from this one on.</summary>
    private static bool Parts(List<double> sorted, double under, double threshold) =>
        threshold > under && sorted[^1] >= threshold && sorted.Exists(value => value >= under && value < threshold);
}

/// <summary>A class in the legend.</summary>
/// <param name="From">The least value that belongs to it; none: no lower end.</param>
/// <param name="Below">The least value above it that does not; none: no upper end.</param>
/// <param name="Count">How many of the values are in it.</param>
public sealed record LegendLine(MapClass Class, double? From, double? Below, int Count);
