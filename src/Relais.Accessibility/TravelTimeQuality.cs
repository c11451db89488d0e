namespace Relais.Accessibility;

/// <summary>Where a travel time comes from. It is shown beside every time that a person reads.</summary>
public enum TravelTimeQuality
{
    /// <summary>Computed from the distance as the crow flies: good for screening, some three minutes off on average in lowland.</summary>
    Estimated,

    /// <summary>Read from a file that somebody answers for.</summary>
    Imported,

    /// <summary>The shortest way along the times between neighbours that a file gives.</summary>
    FromNeighbours,

    /// <summary>Read from a file where it gives a time, estimated where it does not.</summary>
    ImportedThenEstimated,
}
