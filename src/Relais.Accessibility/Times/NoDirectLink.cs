namespace Relais.Accessibility.Times;

/// <summary>Pairs of places that water parts although they are near as the crow flies: the two shores of an estuary, of a roadstead.</summary>
public sealed class NoDirectLink
{
    private readonly HashSet<(int, int)> _pairs;
    private readonly HashSet<int> _places;

    /// <param name="pairs">By rank, in either order: nobody crosses one way or the other.</param>
    public NoDirectLink(params IEnumerable<(int One, int Other)> pairs)
    {
        _pairs = [.. pairs.Select(pair => (Math.Min(pair.One, pair.Other), Math.Max(pair.One, pair.Other)))];
        _places = [.. _pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 })];
    }

    public static NoDirectLink Nowhere { get; } = new();

    public bool Parts(int one, int other) => _pairs.Contains((Math.Min(one, other), Math.Max(one, other)));

    internal bool Touches(int place) => _places.Contains(place);
}
