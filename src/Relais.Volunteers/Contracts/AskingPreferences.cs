namespace Relais.Volunteers.Contracts;

/// <summary>How much a person wishes to be asked. Channels and quiet hours, which hold for every message, are with the accounts.</summary>
public sealed record AskingPreferences
{
    public const int MostRequestsOfAWeek = 50;

    /// <summary>Off: asked for nothing until switched on again.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The first day on which the person may be asked again.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>The most requests in any 7 days, over all needs.</summary>
    public int WeeklyLimit { get; init; } = 5;

    /// <summary>The most days of reinforcement in a calendar year; nothing where the person sets no number.</summary>
    public int? YearlyDays { get; init; }
}
