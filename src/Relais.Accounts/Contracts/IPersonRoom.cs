namespace Relais.Accounts.Contracts;

/// <summary>
/// A room with something to say or to do about a person as a whole, beyond the rows that it declares: when two dossiers
/// turn out to be one person's, when they are parted again, when a person is erased. Every call joins the caller's
/// transaction; sentences are in the language of who asks.
/// </summary>
public interface IPersonRoom
{
    /// <summary>What tells people apart: where they live, what they do, under which number.</summary>
    Task<IReadOnlyList<PersonFact>> FactsAsync(PersonId person, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PersonFact>>([]);

    /// <summary>The code of the commune where each lives, of those for whom this room knows it: who covers it may look at the dossier.</summary>
    Task<IReadOnlyDictionary<PersonId, string>> HomesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, string>>(new Dictionary<PersonId, string>());

    /// <summary>Why the two cannot be one now, in sentences that say what to do.</summary>
    Task<IReadOnlyList<string>> WhyNotOneAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The rows have just come to the dossier that is kept. May be told twice.</summary>
    Task BecameOneAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The rows have just gone back.</summary>
    Task PartedAsync(PersonId kept, PersonId absorbed, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Why the person cannot be forgotten yet, in sentences that say what to do.</summary>
    Task<IReadOnlyList<string>> WhyNotErasedAsync(PersonId person, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The rows of the person are about to be erased.</summary>
    Task ErasingAsync(PersonId person, CancellationToken cancellation) => Task.CompletedTask;
}

/// <param name="Name">What is told, as the head of a line.</param>
/// <param name="Value">In plain words.</param>
public sealed record PersonFact(string Name, string Value);
