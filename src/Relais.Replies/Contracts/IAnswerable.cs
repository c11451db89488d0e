namespace Relais.Replies.Contracts;

/// <summary>A room whose questions are answered by SMS.</summary>
public interface IAnswerable
{
    string Kind { get; }

    /// <summary>Which of these still await an answer, each in one line of the language in use.</summary>
    Task<IReadOnlyDictionary<Guid, string>> AwaitedAsync(IReadOnlyCollection<Guid> abouts, CancellationToken cancellation);

    /// <summary>Gives the answer its effect, in the caller's transaction.</summary>
    /// <returns>What to tell the person: that it is noted, or why it is not.</returns>
    Task<string> AnswerAsync(Guid about, bool isYes, CancellationToken cancellation);
}
