using System.Text.Json.Serialization;

namespace Relais.Matching.Rest;

/// <summary>
/// One dated row of the law on working time: a figure, the people it protects, the days it is in force, its article.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(DailyRest), "daily-rest")]
[JsonDerivedType(typeof(SlidingCap), "sliding-cap")]
[JsonDerivedType(typeof(CalendarWeekCap), "calendar-week-cap")]
[JsonDerivedType(typeof(AverageCap), "average-cap")]
public abstract record WorkingTimeRule
{
    /// <summary>The people whom the row protects.</summary>
    public required Regime Regime { get; init; }

    /// <summary>First day on which the row is in force, in the place where the work is done.</summary>
    [JsonIgnore]
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>First day on which it no longer is; null while it still is.</summary>
    [JsonIgnore]
    public DateOnly? ValidTo { get; init; }

    /// <summary>The text that says so, as a refusal cites it.</summary>
    [JsonIgnore]
    public string Article { get; init; } = "";

    /// <summary>Stable name of the rule in refusals, statistics and tests.</summary>
    [JsonIgnore]
    public abstract string Code { get; }

    /// <summary>Whether the row counts for a shift that starts on that day.</summary>
    public bool InForce(DateOnly day) => ValidFrom <= day && (ValidTo is not { } end || day < end);

    /// <summary>How the asked duty breaks this rule, or null when it does not.</summary>
    internal abstract Breach? Find(RestQuestion question);

    /// <summary>How far before and after a duty other duties may matter to this rule.</summary>
    internal abstract TimeSpan Reach { get; }

    /// <summary>What is wrong with the figures of the row, or null.</summary>
    internal abstract string? Fault { get; }
}

/// <summary>What one rule found.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="Found">Rest or work found.</param>
/// <param name="Limit">What the rule asks for.</param>
/// <param name="Conflicts">The duties already held that bring it about.</param>
/// <param name="NotBefore">No start from the asked one to this instant would satisfy the rule; always later than the asked start.</param>
internal sealed record Breach(WorkingTimeRule Rule, TimeSpan Found, TimeSpan Limit, IReadOnlyList<Duty> Conflicts, DateTimeOffset NotBefore);
