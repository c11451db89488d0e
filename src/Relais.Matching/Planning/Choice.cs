namespace Relais.Matching.Planning;

/// <summary>One schedule of a volunteer and what it loses at the prices, thousandths.</summary>
internal readonly record struct Choice(int[] Pairs, long Loss);
