namespace Relais.Missions.Life;

/// <summary>What became of something that was said about a mission.</summary>
internal abstract record MissionResult
{
    /// <param name="Next">The local address of what follows from it, when something does.</param>
    public sealed record Done(string? Next = null) : MissionResult;

    /// <param name="Code">Stable, for programs: <c>called_off</c>, <c>too_early</c>, <c>over</c>, <c>arrived</c>, <c>place_given</c>, <c>not_started</c>, <c>hours_agreed</c>, <c>hours_changed</c>.</param>
    /// <param name="Sentence">For the person.</param>
    public sealed record Refused(string Code, string Sentence) : MissionResult;

    public sealed record Unknown : MissionResult;
}
