namespace Relais.Matching.Waves;

/// <summary>
/// How people are asked in turn: a dated rule, by urgency. Asking hundreds for one place wastes their goodwill; asking one at a
/// time leaves the place empty.
/// </summary>
/// <param name="YesPercent">Of a hundred people asked, how many are expected to say yes.</param>
/// <param name="Margin">How many times the expected number is asked, in hundredths: 150 asks half as many again.</param>
/// <param name="AtLeast">The smallest wave.</param>
/// <param name="AtMost">The largest wave.</param>
/// <param name="MinutesBetween">How long people have before the next are asked.</param>
public sealed record WavePace(int YesPercent, int Margin, int AtLeast, int AtMost, int MinutesBetween)
{
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
