namespace Relais.Accessibility.Parameters;

/// <summary>A method with its weights: what has to be shown beside a figure, since the figure changes with it.</summary>
/// <param name="Version">Name of a published set (<c>2015+</c>); none for a set of one's own.</param>
/// <param name="Source">Where the weights are written, as it is said beside a figure.</param>
public sealed record CatchmentParameters(CatchmentMethod Method, Decay Decay, string? Version = null, string? Source = null);
