using Relais.Documents.Fonts;

namespace Relais.Documents.Paper;

/// <summary>Letters of a size and colour.</summary>
/// <param name="Size">In points.</param>
/// <param name="Leading">From one line to the next, in points.</param>
internal sealed record TextStyle(EmbeddedFont Font, double Size, double Leading, Colour Colour);

/// <param name="Values">Red, green, blue from 0 to 1, as PDF writes them.</param>
internal sealed record Colour(string Values)
{
    public static Colour Ink { get; } = new("0.07 0.13 0.12");

    public static Colour Quiet { get; } = new("0.29 0.36 0.35");

    public static Colour House { get; } = new("0.04 0.36 0.36");

    public static Colour Rule { get; } = new("0.8 0.84 0.83");

    public override string ToString() => Values;
}
