namespace Relais.Matching.Explaining;

/// <summary>The one thing that would have to change.</summary>
public enum RemedyKind
{
    /// <summary>The person gains the skill that must be held; by 1.</summary>
    Skill,

    /// <summary>The person goes further; kilometres.</summary>
    Kilometres,

    /// <summary>The person is free for longer, in an interval that touches the shift; minutes.</summary>
    Hours,

    /// <summary>The person agrees to more shifts; by 1.</summary>
    Shifts,

    /// <summary>The shift begins later; minutes.</summary>
    StartLater,

    /// <summary>The shift ends earlier; minutes.</summary>
    EndEarlier,
}

/// <summary>Changed alone, it lets this person take an open post beside all that they hold, and nobody else need move.</summary>
/// <param name="By">The least that is enough, in the unit of the kind.</param>
public sealed record Remedy(RemedyKind Kind, int Volunteer, int By);
