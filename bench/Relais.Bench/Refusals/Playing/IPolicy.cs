using Relais.Matching.Eligibility;

namespace Relais.Bench.Refusals.Playing;

/// <summary>Who is told of a need, and when.</summary>
internal interface IPolicy
{
    string Name { get; }

    /// <summary>Whom to ask now about a need with free posts whose shift has not begun.</summary>
    Turn Next(PostedNeed need, Season season, DateTimeOffset now);
}

/// <param name="Asked">Those who are asked now.</param>
/// <param name="Again">When to look again, if somebody is still missing.</param>
internal sealed record Turn(IReadOnlyList<Candidate> Asked, DateTimeOffset Again);
