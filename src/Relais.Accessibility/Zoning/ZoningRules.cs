namespace Relais.Accessibility.Zoning;

/// <summary>The inhabitants over which the accessibility of a mesh is a mean of that of its communes.</summary>
public enum MeanOver
{
    /// <summary>All of them, as the orders say.</summary>
    Residents,

    /// <summary>Weighed by their age, as DREES makes its means of territories.</summary>
    Standardised,
}

/// <summary>
/// How meshes are classed, as one order of the ministers has it: a dated rule, never a constant. Figures are in consultations a year
/// and inhabitant, shares from 0 to 1. A pool (« vivier ») is drawn either by a figure or by a share of the people of the country.
/// </summary>
public sealed record ZoningRules
{
    /// <summary>A mesh of this figure or less is a priority zone whoever decides (zone A); nothing where no mesh is chosen by its figure alone.</summary>
    public double? SelectedAtMost { get; init; }

    /// <summary>A mesh of this figure or less, and not selected, is in the pool in which the agency chooses; nothing where no figure bounds it.</summary>
    public double? PoolAtMost { get; init; }

    /// <summary>The part of the people of the country that lives in the pool of priority zones, the lowest figures first; nothing where no share bounds it.</summary>
    public double? ZipPoolShare { get; init; }

    /// <summary>The part that lives in the pool of complementary zones, next after those.</summary>
    public double? ZacPoolShare { get; init; }

    /// <summary>How many people out of the pool an agency may bring in, as a part of those in the pool of its region.</summary>
    public double AdaptationShare { get; init; }

    /// <summary>For pools drawn by a share of the country: the part of its people whose figure must be known before any pool is drawn.</summary>
    public double KnownAtLeast { get; init; } = 1;

    public MeanOver Mean { get; init; }

    /// <summary>Shares are shares, and the pool does not end before the selection.</summary>
    public bool AreSound =>
        IsShare(ZipPoolShare) && IsShare(ZacPoolShare) && IsShare(AdaptationShare) && IsShare(KnownAtLeast)
        && (SelectedAtMost is null or >= 0) && (PoolAtMost is null or >= 0)
        && !(SelectedAtMost > PoolAtMost) && !((ZipPoolShare ?? 0) + (ZacPoolShare ?? 0) > 1);

    private static bool IsShare(double? share) => share is null or (>= 0 and <= 1);
}

/// <summary>How much of the people of a region may live in zones, from 0 to 1.</summary>
/// <param name="Region">Its code.</param>
/// <param name="Zip">In priority zones, those of the national selection among them: these stay even where they alone are more.</param>
/// <param name="Zac">In zones of complementary action.</param>
public sealed record RegionCap(string Region, double Zip, double Zac);
