using Relais.Matching.Rest;

namespace Relais.Reinforcement.Places;

/// <summary>What became of a place that was asked for.</summary>
internal abstract record PlaceAnswer
{
    public sealed record Given(Assignment Assignment, bool EmployerHoursUnknown) : PlaceAnswer;

    public sealed record NoneLeft : PlaceAnswer;

    /// <summary>The person is held elsewhere, or the rules of rest say no.</summary>
    public sealed record Forbidden(RestRefusal Refusal, string Sentence) : PlaceAnswer;
}
