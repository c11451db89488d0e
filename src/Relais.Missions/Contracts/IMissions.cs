using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Matching.Rest;

namespace Relais.Missions.Contracts;

/// <summary>
/// What people have promised and establishments expect, whichever room agreed on it: from yes to arrival, to hours agreed
/// by both sides, to the certificate. Every call joins the caller's transaction.
/// </summary>
public interface IMissions
{
    /// <summary>A promise is firm. Opening the same origin twice opens one mission.</summary>
    Task OpenAsync(NewMission mission, CancellationToken cancellation);

    /// <summary>The terms have changed; nothing happens when no mission was opened.</summary>
    Task ChangeAsync(MissionOrigin origin, MissionTerms terms, CancellationToken cancellation);

    /// <summary>It will not take place, or not with this person. Calling off twice is harmless.</summary>
    Task CallOffAsync(MissionOrigin origin, CancellationToken cancellation);

    /// <summary>Both sides have already agreed elsewhere that the hours were those planned.</summary>
    Task AgreeAsPlannedAsync(MissionOrigin origin, CancellationToken cancellation);

    /// <returns>The local address that opens the mission without signing in; null when there is none.</returns>
    Task<string?> FindPathAsync(MissionOrigin origin, CancellationToken cancellation);
}

/// <param name="Room">Who agreed on it: <c>reinforcement</c>, <c>deployments</c>…</param>
/// <param name="Id">That room's own id; one mission each.</param>
public readonly record struct MissionOrigin(string Room, Guid Id);

/// <param name="Task">What the person does there, in French; through <c>Words</c> in other languages.</param>
public sealed record NewMission(MissionOrigin Origin, PersonId Person, Finess Finess, CommuneCode Commune, string Task, MissionTerms Terms);

/// <summary>What may still change.</summary>
public sealed record MissionTerms
{
    public required Interval When { get; init; }

    /// <summary>The IANA zone of the place.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Unpaid break, in minutes.</summary>
    public required int BreakMinutes { get; init; }

    /// <summary>Building, floor, door.</summary>
    public required string Site { get; init; }

    public required string ContactName { get; init; }

    public required string ContactPhone { get; init; }

    /// <summary>What to bring, what is provided.</summary>
    public required string Instructions { get; init; }
}
