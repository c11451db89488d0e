using Relais.Matching.Rest;

namespace Relais.Volunteers.Contracts;

/// <summary>When a person can be asked.</summary>
public sealed record Readiness
{
    public required WeekGrid Week { get; init; }

    /// <summary>Accepts to work at night. Who does not is never asked for a night, however wide the call.</summary>
    public bool Nights { get; init; }

    /// <summary>How many hours the person needs between yes and leaving home.</summary>
    public int NoticeHours { get; init; }

    /// <summary>The longest stay away from home, in days; nothing when the person set no bound.</summary>
    public int? LongestStayDays { get; init; }

    public IReadOnlyList<Spell> Spells { get; init; } = [];
}

/// <summary>A dated spell of availability, or of the contrary.</summary>
public sealed record Spell(SpellKind Kind, Interval During);
