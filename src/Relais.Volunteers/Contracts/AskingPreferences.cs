namespace Relais.Volunteers.Contracts;

/// <summary>How a person wishes to be asked.</summary>
public sealed record AskingPreferences
{
    public const int MostRequestsOfAWeek = 50;

    /// <summary>Off: asked for nothing until switched on again.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The first day on which the person may be asked again.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>No message from this time of the day, on the clocks of where the person lives…</summary>
    public TimeOnly QuietFrom { get; init; } = new(22, 0);

    /// <summary>…until this one. The same time twice: no quiet hours.</summary>
    public TimeOnly QuietTo { get; init; } = new(7, 0);

    /// <summary>The most requests in any 7 days, over all needs.</summary>
    public int WeeklyLimit { get; init; } = 5;
}
