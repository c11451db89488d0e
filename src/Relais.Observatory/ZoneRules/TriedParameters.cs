using Relais.Accessibility.Zoning;

namespace Relais.Observatory.ZoneRules;

/// <summary>What a reader tries in place of what the order says: nothing is kept, all is in the address. Shares from 0 to 1.</summary>
internal sealed record TriedParameters
{
    public double? SelectedAtMost { get; init; }

    public double? PoolAtMost { get; init; }

    public double? Margin { get; init; }

    public MeanOver? Mean { get; init; }

    /// <summary>Of every region; both or none.</summary>
    public (double Zip, double Zac)? Caps { get; init; }

    public ArsChoice Choice { get; init; } = ArsChoice.ByFigure;

    /// <summary>Our accessibility, although that of DREES was imported.</summary>
    public bool PrefersOurs { get; init; }

    /// <summary>The rules are no longer those of the order; which accessibility they are held against is none of its matter.</summary>
    public bool AreTheReaders => SelectedAtMost is not null || PoolAtMost is not null || Margin is not null || Mean is not null || Caps is not null || Choice.Order.Count + Choice.Adaptations.Count > 0;

    /// <summary>A figure that is tried goes before pools that are shares of the country.</summary>
    public ZoningRules Over(ZoningRules rules)
    {
        var byFigure = SelectedAtMost is not null || PoolAtMost is not null;
        return rules with
        {
            SelectedAtMost = SelectedAtMost ?? rules.SelectedAtMost,
            PoolAtMost = PoolAtMost ?? rules.PoolAtMost,
            ZipPoolShare = byFigure ? null : rules.ZipPoolShare,
            ZacPoolShare = byFigure ? null : rules.ZacPoolShare,
            AdaptationShare = Margin ?? rules.AdaptationShare,
            Mean = Mean ?? rules.Mean,
        };
    }

    public IEnumerable<RegionCap> Over(IReadOnlyList<RegionCap> caps, IEnumerable<string> regions) =>
        Caps is var (zip, zac) ? regions.Select(region => new RegionCap(region, zip, zac)) : caps;
}
