using Relais.Kernel.Identifiers;

namespace Relais.Volunteers.Contracts;

/// <summary>Where a person lives, where and how the person accepts to help.</summary>
public sealed record Reach
{
    public required CommuneCode Home { get; init; }

    /// <summary>The longest journey from home in minutes; nothing when only the zones count.</summary>
    public int? TravelMinutes { get; init; }

    /// <summary>Accepts to come on the spot.</summary>
    public bool OnSite { get; init; } = true;

    /// <summary>Accepts to help from home: phone lines, teleconsultation.</summary>
    public bool Remote { get; init; }

    public bool OwnCar { get; init; }

    public bool LodgingNeeded { get; init; }

    public Schemes Schemes { get; init; } = Schemes.Shifts;

    public IReadOnlyList<Zone> Zones { get; init; } = [];
}
