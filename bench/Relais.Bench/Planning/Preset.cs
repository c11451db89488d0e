namespace Relais.Bench.Planning;

/// <summary>A size of instance that figures are given for.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Volunteers">How many.</param>
/// <param name="Shifts">How many; none for waves.</param>
/// <param name="IsFrance">All departments; towns of Brittany otherwise.</param>
/// <param name="IsScarce">Fewer are free and more are asked for.</param>
/// <param name="Limit">Seconds that the planner may take.</param>
internal sealed record Preset(string Name, int Volunteers, int Shifts, bool IsFrance, bool IsScarce, int Limit)
{
    public static IReadOnlyList<Preset> All { get; } =
    [
        new("bretagne", 2_000, 600, IsFrance: false, IsScarce: false, Limit: 60),
        new("bretagne-crise", 600, 1_200, IsFrance: false, IsScarce: true, Limit: 60),
        new("region", 8_000, 2_400, IsFrance: false, IsScarce: false, Limit: 8),
        new("national", 50_000, 10_000, IsFrance: true, IsScarce: false, Limit: 60),
        new("national-100k", 100_000, 10_000, IsFrance: true, IsScarce: false, Limit: 60),
        new("national-crise", 20_000, 10_000, IsFrance: true, IsScarce: true, Limit: 40),
        new("fph", 600, 1_200, IsFrance: false, IsScarce: true, Limit: 60) { RestMinutes = 720, IsSliding = true },
        new("waves", 5_000, 0, IsFrance: true, IsScarce: false, Limit: 60),
        new("waves-50k", 50_000, 0, IsFrance: true, IsScarce: false, Limit: 60),
    ];

    public bool IsWaves => Shifts is 0;

    public int RestMinutes { get; init; } = 660;

    /// <summary>Hours are counted over any seven days.</summary>
    public bool IsSliding { get; init; }

    public void Write(string folder, int seed)
    {
        if (IsWaves)
        {
            InventedWaves.Write(folder, Volunteers, new Draws(seed));
        }
        else
        {
            new InventedShifts(this, new Draws(seed)).Write(folder);
        }
    }
}
