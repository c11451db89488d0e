namespace Relais.Accounts.Contracts;

/// <summary>
/// The one queue in which people look at evidence and decide: a claim on a facility, a professional title. What changes
/// joins the caller's unit of work; the caller saves.
/// </summary>
public interface IVerifications
{
    /// <summary>Asks for a decision. While one is waiting about the same subject, it takes the new evidence and adds the new files.</summary>
    Task<Guid> SubmitAsync(NewVerification verification, CancellationToken cancellation);

    /// <summary>Takes the waiting case about this subject back, and deletes its files.</summary>
    Task WithdrawAsync(string kind, Guid subject, CancellationToken cancellation);

    /// <summary>The last case about each of these subjects.</summary>
    Task<IReadOnlyDictionary<Guid, VerificationStanding>> LatestAsync(string kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellation);
}

public sealed record NewVerification
{
    /// <summary>The constant by which the room's <see cref="IVerificationHandler"/> is found.</summary>
    public required string Kind { get; init; }

    /// <summary>What is to be verified: a claim, a title.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Who asks.</summary>
    public required PersonId Person { get; init; }

    /// <summary>From 1 to 4, where the kind has levels.</summary>
    public int? AskedLevel { get; init; }

    /// <summary>What the person says, and where it can be checked.</summary>
    public required string Evidence { get; init; }

    /// <summary>Documents of the Kernel's file store; deleted once decided.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The commune by which those who decide are found.</summary>
    public required string Commune { get; init; }

    public string? Finess { get; init; }
}

public enum VerificationState
{
    Waiting,
    Accepted,
    Refused,

    /// <summary>Something is missing: the person has to complete and submit again.</summary>
    MoreAsked,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn,
}

/// <param name="Level">Found by who decided; nothing before, or where the kind has no level.</param>
/// <param name="ValidUntil">The first day on which an acceptance no longer counts.</param>
/// <param name="Reason">What was said to the person.</param>
public sealed record VerificationStanding(
    Guid Id, VerificationState State, DateTimeOffset SubmittedAt, DateTimeOffset? DecidedAt, int? Level, DateOnly? ValidUntil, string? Reason);
