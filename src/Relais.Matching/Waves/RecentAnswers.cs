namespace Relais.Matching.Waves;

/// <summary>What became of the requests of late.</summary>
/// <param name="Known">Answered, or left without an answer long enough to expect none.</param>
/// <param name="Yes">Those who said yes, also too late.</param>
public readonly record struct RecentAnswers(int Known, int Yes)
{
    /// <summary>Nothing is known yet.</summary>
    public static RecentAnswers None { get; }
}
