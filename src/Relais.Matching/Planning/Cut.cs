namespace Relais.Matching.Planning;

/// <summary>This volunteer can hold at most so many of these shifts.</summary>
internal sealed class Cut(int volunteer, int most, int[] pairs)
{
    public int Volunteer => volunteer;

    public int Most => most;

    /// <summary>Pairs of the volunteer, in the order of time.</summary>
    public int[] Pairs => pairs;

    /// <summary>What it costs to hold one of them, thousandths, zero or more.</summary>
    public int Multiplier { get; set; }
}
