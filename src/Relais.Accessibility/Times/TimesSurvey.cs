namespace Relais.Accessibility.Times;

/// <summary>What is worth knowing of a set of times before it is trusted.</summary>
/// <param name="Pairs">Pairs of two different places.</param>
/// <param name="Alone">Places that no other is tied to, in either direction.</param>
/// <param name="BothWays">Pairs whose way back is known too.</param>
/// <param name="MedianAsymmetry">Minutes between the way there and the way back, at the median; 0 where none is known.</param>
public sealed record TimesSurvey(int Pairs, int Alone, int BothWays, double MedianAsymmetry)
{
    public static TimesSurvey Of(SparseTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var (pairs, isTied, gaps) = (0, new bool[times.Count], new List<double>());
        for (var from = 0; from < times.Count; from++)
        {
            for (var pair = times.Start[from]; pair < times.Start[from + 1]; pair++)
            {
                var to = times.Column[pair];
                if (to == from)
                {
                    continue;
                }

                pairs++;
                isTied[from] = isTied[to] = true;

                // Both ways are looked at once, from the lower rank.
                if (from < to && times.Minutes(to, from) is var back && double.IsFinite(back))
                {
                    gaps.Add(Math.Abs(back - times.At(pair)));
                }
            }
        }

        gaps.Sort();
        return new TimesSurvey(pairs, isTied.Count(tied => !tied), 2 * gaps.Count, gaps.Count is 0 ? 0 : gaps[gaps.Count / 2]);
    }
}
