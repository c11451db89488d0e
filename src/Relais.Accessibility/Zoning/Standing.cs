namespace Relais.Accessibility.Zoning;

/// <summary>Where the figure of a mesh alone puts it, before anybody chooses.</summary>
internal enum Standing
{
    Selected,

    /// <summary>It may become either zone.</summary>
    ZipPool,

    /// <summary>It may become a complementary zone.</summary>
    ZacPool,

    Above,
    NoFigure,
    CountryUnknown,
}

/// <summary>Holds figures against the rules.</summary>
internal static class Standings
{
    /// <summary>In the order of the meshes.</summary>
    public static IReadOnlyList<Standing> Of(ZoningGround ground, ZoningRules rules, IReadOnlyList<double?> figures) =>
        rules is { ZipPoolShare: null, ZacPoolShare: null }
            ? [.. figures.Select(figure => OfFigure(rules, figure))]
            : OfShares(ground, rules, figures);

    private static Standing OfFigure(ZoningRules rules, double? figure) => figure is not { } apl ? Standing.NoFigure
        : apl <= rules.SelectedAtMost ? Standing.Selected
        : rules.PoolAtMost is null || apl <= rules.PoolAtMost ? Standing.ZipPool
        : Standing.Above;

    /// <summary>The lowest figures first, until their people are the share; a mesh that would pass it ends the pool.</summary>
    private static Standing[] OfShares(ZoningGround ground, ZoningRules rules, IReadOnlyList<double?> figures)
    {
        var standings = new Standing[figures.Count];
        var known = Enumerable.Range(0, figures.Count).Where(rank => figures[rank] is not null).ToList();
        if (known.Sum(rank => ground.Meshes[rank].People) < rules.KnownAtLeast * ground.People * (1 - Room.Rounding))
        {
            return [.. figures.Select(figure => figure is null ? Standing.NoFigure : Standing.CountryUnknown)];
        }

        Array.Fill(standings, Standing.NoFigure);
        var (zip, both) = ((rules.ZipPoolShare ?? 0) * ground.People, ((rules.ZipPoolShare ?? 0) + (rules.ZacPoolShare ?? 0)) * ground.People);
        var people = 0.0;
        foreach (var rank in known.OrderBy(rank => figures[rank]).ThenBy(rank => rank))
        {
            people += ground.Meshes[rank].People;
            standings[rank] = people <= zip * (1 + Room.Rounding) ? Standing.ZipPool : people <= both * (1 + Room.Rounding) ? Standing.ZacPool : Standing.Above;
        }

        return standings;
    }
}
