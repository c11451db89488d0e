namespace Relais.Matching.Instances;

/// <summary>
/// Departure waves: one mission a volunteer, seats per flight, a cap per group (establishment × profession). Checked, immutable;
/// costs are whole units. The pairs of volunteer v are at <c>PairBegin[v] … PairBegin[v+1]</c>.
/// </summary>
public sealed class WaveInstance
{
    /// <summary>How many people.</summary>
    public int VolunteerCount => Group.Length;

    /// <summary>How many cells: wave × territory × profession × intensive care or not.</summary>
    public int CellCount => Demand.Length;

    internal int[] Group { get; init; } = [];

    internal int[] Load { get; init; } = [];

    internal int[] GroupCap { get; init; } = [];

    internal int[] Demand { get; init; } = [];

    internal int[] Penalty { get; init; } = [];

    internal int[] Flight { get; init; } = [];

    internal int[] Seats { get; init; } = [];

    internal int[] PairBegin { get; init; } = [];

    internal int[] PairCell { get; init; } = [];

    internal int[] PairCost { get; init; } = [];
}
