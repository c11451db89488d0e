namespace Relais.Observatory.Published;

/// <summary>
/// One commune, or several that merged since, and the districts of a city: means weighted by the standardised population, as
/// DREES makes those of a territory.
/// </summary>
internal sealed class PublishedSums
{
    private readonly double[] _weighted = new double[4];
    private readonly double[] _weights = new double[4];
    private readonly double?[] _last = new double?[4];

    public double Standardised { get; private set; }

    public double People { get; private set; }

    public void Add(IReadOnlyList<double?> series, double standardised, double people)
    {
        (Standardised, People) = (Standardised + standardised, People + people);
        for (var rank = 0; rank < series.Count; rank++)
        {
            if (series[rank] is { } value)
            {
                _weighted[rank] += value * standardised;
                _weights[rank] += standardised;
                _last[rank] = value;
            }
        }
    }

    /// <summary>The mean of the series of that rank; nothing where no line has it.</summary>
    public double? Mean(int series) => _weights[series] > 0 ? _weighted[series] / _weights[series] : _last[series];
}
