using System.Buffers;
using System.Runtime.CompilerServices;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Catchments;

/// <summary>
/// The catchments of a country for one demand: whom each practice serves, ready to be divided by any supply. It never changes;
/// any number of threads may read it.
/// </summary>
/// <remarks>
/// <para>Step 1: R_j = S_j / D_j, with D_j = Σ_i p_i·u_ij. Step 2: A_i = Σ_j v_ij·R_j. The weights u and v are those of <see cref="CatchmentMethod"/>.</para>
/// <para>
/// u and v do not depend on the supply, since their sums run over every commune. So every method here is linear in the supply: adding S to j adds
/// exactly v_ij·S / D_j to A_i and changes nothing else. Where u = v, Σ p_i·A_i is the supply that somebody reaches.
/// </para>
/// </remarks>
public sealed class Catchment
{
    private readonly double[] _demand;
    private readonly Lazy<SparseWeights> _byPractice;

    /// <param name="times">Minutes from residences to practices.</param>
    /// <param name="parameters">The method and its weights.</param>
    /// <param name="demand">For each place, the people or the standardised people who live there: zero or more, finite.</param>
    /// <exception cref="ArgumentException">Not one demand per place, or one that is no demand.</exception>
    public Catchment(SparseTimes times, CatchmentParameters parameters, ReadOnlySpan<double> demand)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(parameters);
        Expect(demand, times.Count, nameof(demand));
        foreach (var people in demand)
        {
            if (!(people >= 0) || double.IsPositiveInfinity(people))
            {
                throw new ArgumentException("A demand is zero or more, and finite.", nameof(demand));
            }
        }

        (Times, Parameters, _demand) = (times.Provenance, parameters, demand.ToArray());
        (OfPeople, OfPractices) = Weighing.Of(times, parameters);
        Reached = OfPeople.SumOverResidences(_demand);
        _byPractice = new Lazy<SparseWeights>(() => OfPractices.Transpose());
    }

    /// <summary>How many places there are.</summary>
    public int Count => _demand.Length;

    public CatchmentParameters Parameters { get; }

    /// <summary>Where the travel times come from.</summary>
    public TimesProvenance Times { get; }

    /// <summary>p_i.</summary>
    public ReadOnlySpan<double> Demand => _demand;

    /// <summary>D_j: the weighted people whom each practice serves; 0 where nobody would come.</summary>
    public ReadOnlySpan<double> PeopleReached => Reached;

    internal double[] Reached { get; }

    internal SparseWeights OfPeople { get; }

    internal SparseWeights OfPractices { get; }

    internal SparseWeights ByPractice => _byPractice.Value;

    /// <summary>Divides a supply among the people.</summary>
    /// <param name="supply">For each place, consultations a year (or any other unit, such as full-time equivalents).</param>
    /// <returns>For each place, that unit per head of demand.</returns>
    /// <exception cref="ArgumentException">Not one supply per place.</exception>
    public CatchmentFigures Divide(ReadOnlySpan<double> supply)
    {
        Expect(supply, Count, nameof(supply));
        var ratios = ArrayPool<double>.Shared.Rent(Count);
        var lost = Divide(supply, Reached, ratios);
        var figures = new CatchmentFigures(OfPractices.SumOverPractices(ratios), lost, Parameters, Times);
        ArrayPool<double>.Shared.Return(ratios);
        return figures;
    }

    /// <summary>What adding a supply at one place changes: exact, without dividing again.</summary>
    /// <param name="place">Rank of the place.</param>
    /// <param name="supply">In the unit of the supply; negative for a departure.</param>
    /// <returns>The places that change, by rising rank; none where nobody would come.</returns>
    public IReadOnlyList<PlaceChange> Add(int place, double supply)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Count);
        if (!(Reached[place] > 0))
        {
            return [];
        }

        var (ratio, weights) = (supply / Reached[place], ByPractice);
        var changes = new PlaceChange[weights.Start[place + 1] - weights.Start[place]];
        for (var at = 0; at < changes.Length; at++)
        {
            var pair = weights.Start[place] + at;
            changes[at] = new PlaceChange(weights.Column[pair], weights.Weight[pair] * ratio);
        }

        return changes;
    }

    /// <summary>Both steps over weights that are ready: what a benchmark compares with two sparse products.</summary>
    internal static double[] Step(SparseWeights ofPeople, SparseWeights ofPractices, double[] demand, double[] supply)
    {
        var ratios = ArrayPool<double>.Shared.Rent(demand.Length);
        ofPeople.SumOverResidences(demand, ratios);
        Divide(supply, ratios, ratios);
        var figures = ofPractices.SumOverPractices(ratios);
        ArrayPool<double>.Shared.Return(ratios);
        return figures;
    }

    /// <returns>The supply of practices where nobody would come.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Divide(ReadOnlySpan<double> supply, double[] reached, double[] ratios)
    {
        var lost = 0.0;
        for (var practice = 0; practice < supply.Length; practice++)
        {
            var isReached = reached[practice] > 0;
            lost += isReached ? 0 : supply[practice];
            ratios[practice] = isReached ? supply[practice] / reached[practice] : 0;
        }

        return lost;
    }

    private static void Expect(ReadOnlySpan<double> values, int count, string name)
    {
        if (values.Length != count)
        {
            throw new ArgumentException("One value per place is needed.", name);
        }
    }
}

/// <summary>By how much the figure of a place changes.</summary>
public readonly record struct PlaceChange(int Place, double Change);
