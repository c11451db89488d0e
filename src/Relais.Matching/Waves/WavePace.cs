namespace Relais.Matching.Waves;

/// <summary>
/// How people are asked in turn: a dated rule, by urgency. Asking hundreds for one place wastes their goodwill; asking one at a
/// time leaves the place empty.
/// </summary>
/// <param name="YesPercent">Of a hundred people asked, how many are expected to say yes, as long as nothing is known of how they answer.</param>
/// <param name="Margin">How many times the expected number is asked, in hundredths: 150 asks half as many again.</param>
/// <param name="AtLeast">The smallest wave.</param>
/// <param name="AtMost">The largest wave.</param>
/// <param name="MinutesBetween">How long people have before the next are asked.</param>
public sealed record WavePace(int YesPercent, int Margin, int AtLeast, int AtMost, int MinutesBetween)
{
    private const int LeastYesPercent = 5;
    private const int MostYesPercent = 90;

    /// <summary>
    /// The same pace, expecting what people answer of late: the rule counts as so many requests answered as it says, so that
    /// a few answers change little and hundreds decide.
    /// </summary>
    /// <param name="answers">Requests of late.</param>
    /// <param name="weight">Requests that the rule counts for; not negative.</param>
    public WavePace Expecting(RecentAnswers answers, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        return answers.Known is 0 ? this : this with
        {
            YesPercent = Math.Clamp((int)Math.Round((YesPercent * (double)weight + 100.0 * answers.Yes) / (weight + answers.Known)), LeastYesPercent, MostYesPercent),
        };
    }

    /// <summary>
    /// How many people to ask now. Those who were asked and have not answered count as the yeses that are expected of them.
    /// </summary>
    /// <param name="freePlaces">Places that nobody holds.</param>
    /// <param name="waiting">People asked in the last wave who have not answered.</param>
    /// <returns>Zero when nothing is missing.</returns>
    public int Size(int freePlaces, int waiting)
    {
        if (freePlaces <= 0)
        {
            return 0;
        }

        var expected = waiting * YesPercent / 100.0;
        var missing = Math.Max(0, freePlaces - expected);
        var size = (int)Math.Ceiling(missing * 100.0 / YesPercent * Margin / 100.0);
        return Math.Clamp(size, AtLeast, AtMost);
    }
}
