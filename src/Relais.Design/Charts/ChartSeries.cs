namespace Relais.Design.Charts;

/// <summary>One of the things that a chart shows, with its value under each label.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Values">As many as there are labels; none is below zero.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> Values);
