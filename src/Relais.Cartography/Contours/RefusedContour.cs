namespace Relais.Cartography.Contours;

/// <summary>Why a contour was left out of an import.</summary>
public enum ContourProblem
{
    /// <summary>The properties have no <c>code</c>.</summary>
    NoCode,

    /// <summary>No commune of today or of before a merger has that code.</summary>
    UnknownCode,

    /// <summary>Its geometry is missing, or is neither a polygon nor several.</summary>
    NoPolygon,

    /// <summary>A coordinate is not a number, or a ring has fewer than four points.</summary>
    BadCoordinates,

    /// <summary>Coordinates are beyond 180° or 90°: the file is in a projection such as Lambert 93.</summary>
    NotDegrees,
}

/// <summary>Why nothing of a file could be read.</summary>
public enum ContourFault
{
    /// <summary>It is not JSON, or it is cut.</summary>
    NotJson,

    /// <summary>It is JSON without a list of features.</summary>
    NoFeatures,

    /// <summary>It has features, and none could be used.</summary>
    NothingUsable,
}

/// <param name="Number">Which feature of the file, from 1.</param>
/// <param name="Code">What it gives as its code.</param>
public sealed record RefusedContour(int Number, string? Code, ContourProblem Problem);

/// <summary>What became of a file of contours.</summary>
/// <param name="Layer">The shapes; none when there is a fault.</param>
/// <param name="Features">How many the file has, as far as it could be read.</param>
/// <param name="Merged">How many were pieces of a commune that has absorbed them since.</param>
/// <param name="Refused">Those left out, with their number and reason.</param>
/// <param name="Fault">Why nothing could be read.</param>
public sealed record ContourReading(MapLayer? Layer, int Features, int Merged, IReadOnlyList<RefusedContour> Refused, ContourFault? Fault);
