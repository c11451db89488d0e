namespace Relais.Territory.Contracts;

/// <summary>How the point of a commune was found, from the surest to the least sure. It is shown wherever a distance is.</summary>
public enum CoordinateQuality
{
    /// <summary>From a file of town halls that the installation took in.</summary>
    Imported,

    /// <summary>A place that carries the code of the commune.</summary>
    ExactCode,

    /// <summary>Entered by hand from a public source.</summary>
    HandEntered,

    /// <summary>A place that carries the code of a former commune, now part of this one.</summary>
    FormerCode,

    /// <summary>A place without a code that has the name of the commune, in its department.</summary>
    SameName,

    /// <summary>The middle of the communes that share a postal code: 6 km off at the median.</summary>
    ImputedFromPostalCode,

    /// <summary>The middle of the communes of the same EPCI.</summary>
    ImputedFromEpci,

    /// <summary>The middle of the communes of the same department.</summary>
    ImputedFromDepartment,

    /// <summary>No point: no distance is computed.</summary>
    Unknown,
}
