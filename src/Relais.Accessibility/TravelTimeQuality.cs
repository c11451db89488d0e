namespace Relais.Accessibility;

/// <summary>Where a travel time comes from. It is shown beside every time that a person reads.</summary>
public enum TravelTimeQuality
{
    /// <summary>Computed from the distance as the crow flies: good for screening, some three minutes off on average in lowland.</summary>
    Estimated,
}
