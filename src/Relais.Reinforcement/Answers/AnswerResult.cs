using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Answers;

/// <summary>What became of an answer.</summary>
internal abstract record AnswerResult
{
    public sealed record Done(Offer Offer) : AnswerResult;

    /// <summary>A rule of the house said no.</summary>
    /// <param name="Code">Stable, for programs: <c>place_taken</c>, <c>need_closed</c>, <c>need_changed</c>, <c>rest.daily</c>…</param>
    /// <param name="Sentence">For the person.</param>
    /// <param name="MayWorkFrom">When the same shift could start, where a rule of rest refuses it.</param>
    public sealed record Refused(string Code, string Sentence, DateTimeOffset? MayWorkFrom = null) : AnswerResult;

    /// <summary>No such offer.</summary>
    public sealed record Unknown : AnswerResult;
}
