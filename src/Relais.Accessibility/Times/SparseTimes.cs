namespace Relais.Accessibility.Times;

/// <summary>
/// Travel times from residences to practices, only those that somebody knows: a missing pair is out of reach. Places are
/// addressed by rank; the pairs of a residence follow one another by rising rank of the practice. It never changes; any
/// number of threads may read it.
/// </summary>
/// <remarks>
/// Minutes are kept in tenths (two bytes) when all of them are a whole number of tenths, and as doubles when one is not:
/// 9.96 minutes stay under 10 and 10.04 stay above, and a cutoff of 45.05 is as exact as one of 45. Both give back the very double
/// that the decimal text stands for.
/// </remarks>
public sealed class SparseTimes
{
    private readonly int[] _start;
    private readonly int[] _column;
    private readonly ushort[]? _tenths;
    private readonly double[]? _minutes;

    internal SparseTimes(int[] start, int[] column, ushort[] tenths, TimesProvenance provenance) =>
        (_start, _column, _tenths, Provenance) = (start, column, tenths, provenance);

    private SparseTimes(int[] start, int[] column, double[] minutes, TimesProvenance provenance) =>
        (_start, _column, _minutes, Provenance) = (start, column, minutes, provenance);

    /// <summary>How many places there are.</summary>
    public int Count => _start.Length - 1;

    /// <summary>How many pairs have a time, those of a place with itself included.</summary>
    public int PairCount => _column.Length;

    public TimesProvenance Provenance { get; }

    /// <summary>Whether every time is a whole number of tenths of a minute.</summary>
    public bool IsInTenths => _tenths is not null;

    internal int[] Start => _start;

    internal int[] Column => _column;

    internal ReadOnlySpan<ushort> Tenths => _tenths;

    /// <summary>The practices that a residence reaches, by rising rank.</summary>
    public ReadOnlySpan<int> PracticesFrom(int residence) => _column.AsSpan(_start[residence].._start[residence + 1]);

    /// <summary>Minutes from a residence to each of <see cref="PracticesFrom"/>, in the same order.</summary>
    public IEnumerable<double> MinutesFrom(int residence)
    {
        for (var pair = _start[residence]; pair < _start[residence + 1]; pair++)
        {
            yield return At(pair);
        }
    }

    /// <summary>Minutes from a residence to a practice; positive infinity where no time is known.</summary>
    public double Minutes(int residence, int practice)
    {
        var found = PracticesFrom(residence).BinarySearch(practice);
        return found < 0 ? double.PositiveInfinity : At(_start[residence] + found);
    }

    /// <summary>In tenths if all of them are, otherwise as they are.</summary>
    internal static SparseTimes Of(int[] start, int[] column, double[] minutes, TimesProvenance provenance)
    {
        var tenths = new ushort[minutes.Length];
        for (var pair = 0; pair < minutes.Length; pair++)
        {
            var rounded = Math.Round(minutes[pair] * 10);
            if (rounded > ushort.MaxValue || rounded / 10 != minutes[pair])
            {
                return new SparseTimes(start, column, minutes, provenance);
            }

            tenths[pair] = (ushort)rounded;
        }

        return new SparseTimes(start, column, tenths, provenance);
    }

    internal double At(int pair) => _tenths is null ? _minutes![pair] : _tenths[pair] / 10.0;
}
