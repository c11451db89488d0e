namespace Relais.Accessibility.Zoning;

/// <summary>What a mesh is by the rules.</summary>
public enum ZoneClass
{
    /// <summary>Selected by the country (zone A): a priority zone whoever decides.</summary>
    SelectedZip,

    /// <summary>Chosen by the agency within the part of its region (zone B): a priority zone too.</summary>
    ChosenZip,

    /// <summary>A zone of complementary action.</summary>
    Zac,

    /// <summary>In the pool, and chosen for neither: to be watched.</summary>
    Vigilance,

    /// <summary>In the pool; which of the classes before is for the agency to say, and the part of its region is not known.</summary>
    Pool,

    /// <summary>Out of the pool.</summary>
    Out,

    /// <summary>The rules say nothing of it with what is known.</summary>
    Unknown,
}

/// <summary>Why a mesh is in its class.</summary>
public enum ZoneReason
{
    /// <summary>Its figure is at most that of the national selection.</summary>
    Selected,

    /// <summary>In the pool, and there was room for it in the order of choice.</summary>
    Chosen,

    /// <summary>In the pool of complementary zones alone.</summary>
    ZacPoolOnly,

    /// <summary>There was no room left in priority zones.</summary>
    ZipFull,

    /// <summary>There was no room left in either.</summary>
    BothFull,

    /// <summary>The part of a region that it has people in is not known.</summary>
    NoCap,

    /// <summary>Its figure is above the pool, or its rank beyond it.</summary>
    AbovePool,

    /// <summary>Brought in from out of the pool, within the margin.</summary>
    Adapted,

    /// <summary>Wanted from out of the pool, and the margin was spent.</summary>
    MarginSpent,

    /// <summary>Wanted from out of the pool, within the margin, and there was no room left in the class that was asked for.</summary>
    AdaptedFull,

    /// <summary>Its own figure is not known.</summary>
    NoFigure,

    /// <summary>The pool is a share of the country, and the figures of too much of it are not known.</summary>
    CountryUnknown,
}

/// <summary>A mesh with its class.</summary>
/// <param name="Apl">The mean that the rules go by.</param>
/// <param name="Region">The one that decides.</param>
public sealed record MeshZone(Mesh Mesh, double? Apl, string Region, ZoneClass Class, ZoneReason Reason)
{
    /// <summary>It came in from out of the pool.</summary>
    public bool IsAdapted => Reason is ZoneReason.Adapted;
}

/// <summary>A priority district with what may be made of it.</summary>
/// <param name="MayBeZip">It lies at least in part in a mesh of the pool or of a priority zone, whatever became of that mesh.</param>
/// <param name="IsZip">It was chosen, and there was room; or it lies in priority zones alone.</param>
public sealed record QuarterZone(Quarter Quarter, bool MayBeZip, bool IsZip);

/// <summary>What the classes come to in a region, which counts its own inhabitants alone.</summary>
/// <param name="ByClass">People; those of districts chosen as priority zones count there, and no more with their mesh.</param>
/// <param name="Cap">Nothing where it is not known.</param>
/// <param name="PoolPeople">In the pool: what the margin is a part of.</param>
/// <param name="MarginUsed">People brought in from out of the pool.</param>
/// <param name="MarginMost">The most that could be.</param>
public sealed record RegionZones(string Region, double People, IReadOnlyDictionary<ZoneClass, double> ByClass, RegionCap? Cap, double PoolPeople, double MarginUsed, double MarginMost)
{
    public double Zip => ByClass[ZoneClass.SelectedZip] + ByClass[ZoneClass.ChosenZip];
}

/// <summary>All the meshes, in the order of their codes, with what they come to by region.</summary>
public sealed record Zones(IReadOnlyList<MeshZone> Meshes, IReadOnlyList<QuarterZone> Quarters, IReadOnlyList<RegionZones> Regions);
