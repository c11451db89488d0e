using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;

namespace Relais.Replies.Contracts;

/// <summary>Questions that people may answer by SMS, each to its own.</summary>
public interface IQuestions
{
    /// <summary>Opens the question for the number to which it goes; the same question keeps its letter.</summary>
    /// <returns>The letter to answer with; null when this installation hears no replies, or too many questions are open.</returns>
    Task<char?> OpenAsync(QuestionToAsk question, CancellationToken cancellation);
}

/// <param name="Number">In international form.</param>
/// <param name="Person">Who is asked: a couple may share a number.</param>
/// <param name="Kind">What it is about: <c>offer</c>…; the room that declared the kind gives the answer its effect.</param>
/// <param name="About">That room's own id.</param>
/// <param name="Commune">Where the matter lies: a coordinator of the place reads what is unclear.</param>
public sealed record QuestionToAsk(string Number, PersonId Person, string Kind, Guid About, CommuneCode Commune);
