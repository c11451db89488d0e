using Relais.Matching.Eligibility;
using Relais.Matching.Rest;

namespace Relais.Bench.Refusals.Playing;

/// <summary>A need as it is played.</summary>
internal sealed record PostedNeed
{
    /// <summary>Its rank in the setting: what the answers are drawn by.</summary>
    public required int Rank { get; init; }

    public required int Cell { get; init; }

    public required int Profession { get; init; }

    public required int Level { get; init; }

    public required Interval When { get; init; }

    /// <summary>Minutes of the shift that count as work.</summary>
    public required int WorkedMinutes { get; init; }

    /// <summary>How many people are missing.</summary>
    public required int Posts { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Who asks: those who came once are of its own pool.</summary>
    public required string Establishment { get; init; }

    public required int Commune { get; init; }

    /// <summary>Estimated minutes by car from the commune of that rank.</summary>
    public required Func<int, float> Minutes { get; init; }

    /// <summary>Kilometres as the crow flies from the commune of that rank.</summary>
    public required Func<int, double> Kilometres { get; init; }

    public NeedProfile At(DateTimeOffset now) => new()
    {
        Cell = Cell,
        Profession = Profession,
        Level = Level,
        When = When,
        Zone = Zone,
        Commune = Commune,
        Minutes = Minutes,
        Now = now,
    };
}
