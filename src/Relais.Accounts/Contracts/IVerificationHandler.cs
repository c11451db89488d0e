namespace Relais.Accounts.Contracts;

/// <summary>What a room that submits verifications says of them, and does when they are decided. Registered as a scoped service.</summary>
public interface IVerificationHandler
{
    /// <summary>The <see cref="NewVerification.Kind"/> that it answers for.</summary>
    string Kind { get; }

    /// <summary>What the kind is called on screen, in French: « Titre professionnel ».</summary>
    string Name { get; }

    /// <summary>The levels that may be granted, lowest first; none where it is yes or no.</summary>
    IReadOnlyList<VerificationLevel> Levels { get; }

    /// <summary>Nobody asked: Relais itself found something for a person to look at. Those concerned hear of it only if something changes.</summary>
    bool IsFinding => false;

    /// <summary>What is shown of these subjects to who decides. A subject that is gone is left out.</summary>
    Task<IReadOnlyDictionary<Guid, VerificationSubject>> DescribeAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation);

    /// <summary>Draws the consequences, in the transaction of the decision.</summary>
    Task DecidedAsync(VerificationDecision decision, CancellationToken cancellation);
}

/// <param name="Name">French; shown through Words.</param>
public sealed record VerificationLevel(int Level, string Name);

/// <param name="Title">One line: « Infirmière, réanimation ».</param>
/// <param name="Facts">What was claimed, name by value, in the language of the reader.</param>
/// <param name="Register">A public page on which the claim can be checked, if there is one.</param>
public sealed record VerificationSubject(string Title, IReadOnlyList<KeyValuePair<string, string>> Facts, Uri? Register = null);

/// <param name="Outcome">Accepted, refused or more asked.</param>
/// <param name="Level">Granted with an acceptance, where the kind has levels.</param>
/// <param name="ValidUntil">The first day on which the acceptance no longer counts.</param>
/// <param name="Reason">For the person.</param>
public sealed record VerificationDecision(
    Guid Verification,
    Guid Subject,
    PersonId Person,
    VerificationState Outcome,
    int? Level,
    DateOnly? ValidUntil,
    string Reason,
    AccountId By,
    DateTimeOffset At);
