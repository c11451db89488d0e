namespace Relais.Accessibility.Zoning;

/// <summary>A class that an agency may ask for a mesh from out of the pool.</summary>
public enum Wanted
{
    Zip,
    Zac,
}

/// <summary>A mesh out of the pool that an agency wants in all the same.</summary>
public sealed record Adaptation(string Mesh, Wanted Wanted);

/// <summary>
/// What the agencies choose, by their own indicators. What they do not say goes by the figure, the lowest first, and by the code
/// where two are equal.
/// </summary>
public sealed record ArsChoice
{
    /// <summary>Nothing chosen: all goes by the figure.</summary>
    public static ArsChoice ByFigure { get; } = new();

    /// <summary>Codes of meshes, the first to become zones first; the others follow by their figure.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>In the order in which the margin is spent on them.</summary>
    public IReadOnlyList<Adaptation> Adaptations { get; init; } = [];

    /// <summary>Codes of priority districts to make priority zones, in this order.</summary>
    public IReadOnlyList<string> Quarters { get; init; } = [];
}
