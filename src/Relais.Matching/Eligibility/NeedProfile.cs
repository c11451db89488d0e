using Relais.Matching.Rest;

namespace Relais.Matching.Eligibility;

/// <summary>A need as the rules see one.</summary>
public sealed record NeedProfile
{
    /// <summary>Rank of the profession and unit in the grid.</summary>
    public required int Cell { get; init; }

    /// <summary>Rank of the profession.</summary>
    public required int Profession { get; init; }

    /// <summary>The least level of verification, 0 to 4; 0 asks for none.</summary>
    public required int Level { get; init; }

    /// <summary>The shift.</summary>
    public required Interval When { get; init; }

    /// <summary>The zone of the place.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Rank of the commune of the place.</summary>
    public required int Commune { get; init; }

    /// <summary>Estimated minutes of travel to the place, by rank of the commune of departure; infinite where no car goes.</summary>
    public required float[] Minutes { get; init; }

    /// <summary>The work is done from home.</summary>
    public bool IsRemote { get; init; }

    /// <summary>The instant at which the question is put.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The day of the shift, on the clocks of the place.</summary>
    public DateOnly Day => PlaceTime.DayOf(When.Start, Zone);

    internal float MinutesFrom(int home) => home >= 0 && home < Minutes.Length ? Minutes[home] : float.PositiveInfinity;
}
