using Relais.Kernel.Data;
using Relais.Matching.Rest;

namespace Relais.Commitments.Contracts;

/// <summary>
/// Who or what is held at which hours. Everything that takes somebody's time, in any room, goes through here, so that
/// one constraint refuses overlaps and one check refuses what breaks rest. Every call joins the caller's transaction.
/// </summary>
public interface ICommitments
{
    /// <summary>
    /// Holds the hours, or says why not. Rest and hours are checked while holding the party's row, so that
    /// simultaneous requests about one person are judged one after the other. Call it inside <c>InTransactionAsync</c>.
    /// </summary>
    Task<HoldAnswer> HoldAsync(HoldRequest request, CancellationToken cancellation);

    /// <summary>The same judgement, holding nothing and locking nothing.</summary>
    Task<HoldAnswer> CheckAsync(HoldRequest request, CancellationToken cancellation);

    /// <summary>Frees the hours. Freeing twice is harmless.</summary>
    Task ReleaseAsync(CommitmentId id, CancellationToken cancellation);

    /// <summary>What the parties are held to that meets the window, by party.</summary>
    Task<ILookup<Guid, HeldCommitment>> ListAsync(PartyKind party, IReadOnlyCollection<Guid> parties, Interval window, CancellationToken cancellation);

    /// <summary>Those of these persons whose shifts at their own employer are known, or known not to exist.</summary>
    Task<IReadOnlySet<Guid>> WithKnownEmployerHoursAsync(IReadOnlyCollection<Guid> persons, CancellationToken cancellation);
}

/// <summary>What can be held.</summary>
public enum PartyKind
{
    Person,
    Room,
    Doctor,
}

/// <summary>Hours that are held.</summary>
public readonly record struct CommitmentId(Guid Value) : IStrongId<CommitmentId>
{
    public static CommitmentId New() => new(Guid.CreateVersion7());

    public static CommitmentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Hours asked of a party.</summary>
public sealed record HoldRequest
{
    public required PartyKind Party { get; init; }

    public required Guid PartyId { get; init; }

    public required Interval When { get; init; }

    /// <summary>Unpaid break, in minutes: presence that is not work.</summary>
    public int BreakMinutes { get; init; }

    /// <summary>The IANA zone of the place: calendar weeks are those of its clocks.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The law that counts the hours of a person; none for a room or a consultation.</summary>
    public Regime? Regime { get; init; }

    /// <summary>The room that asks (<c>reinforcement</c>, <c>deployments</c>…) and its own id, for those who read the list.</summary>
    public required string Source { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>A commitment that this one replaces: it does not count in the judgement and is freed when this is held.</summary>
    public CommitmentId? Replaces { get; init; }
}

/// <summary>The answer to a <see cref="HoldRequest"/>.</summary>
public abstract record HoldAnswer
{
    private HoldAnswer()
    {
    }

    /// <param name="Id">The commitment; empty for a check.</param>
    /// <param name="EmployerHoursUnknown">Nothing that we know forbids it, but the employer's hours are not known.</param>
    public sealed record Held(CommitmentId Id, bool EmployerHoursUnknown) : HoldAnswer;

    /// <param name="Refusal">The rule, its figures, its article and when the person may next work.</param>
    /// <param name="Sentence">The refusal in French, ready to be shown; through <c>Words</c> in other languages.</param>
    public sealed record Refused(RestRefusal Refusal, string Sentence) : HoldAnswer;
}

/// <summary>Hours that a party is held to.</summary>
/// <param name="AtEmployer">A shift at the person's own employer, typed or imported; else a commitment of Relais.</param>
/// <param name="TimeZone">The IANA zone of the place.</param>
public sealed record HeldCommitment(CommitmentId Id, Guid PartyId, Interval When, int WorkedMinutes, bool AtEmployer, string Source, Guid SourceId, string TimeZone)
{
    /// <summary>As the rules on working time count it.</summary>
    public Duty AsDuty() => new(Id.Value, When, WorkedMinutes, AtEmployer);
}
