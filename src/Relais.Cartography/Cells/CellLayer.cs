using NetTopologySuite.Geometries;
using Relais.Cartography.Coast;

namespace Relais.Cartography.Cells;

/// <summary>
/// Shapes of communes from nothing but their points: to each the land that is nearer to its point than to any other of the
/// same land, cut at the coast: good to see where, not to measure. Maps of them say « limites approchées ».
/// </summary>
public static class CellLayer
{
    /// <summary>More than twice the longest reach of a cell on the continent.</summary>
    private const double FarDegrees = 2;

    /// <summary>Every commune gets a shape: one that the coast file has no land for gets a small octagon at its point.</summary>
    /// <param name="communes">All the communes, also those around the ones to show: they bound the cells.</param>
    /// <param name="shown">The codes to make shapes for; none: all.</param>
    /// <exception cref="ArgumentException">A code is given twice.</exception>
    public static MapLayer Draw(IReadOnlyList<CommunePoint> communes, IReadOnlySet<string>? shown = null)
    {
        ArgumentNullException.ThrowIfNull(communes);
        if (communes.DistinctBy(commune => commune.Code, StringComparer.Ordinal).Count() != communes.Count)
        {
            throw new ArgumentException("A code is given twice.", nameof(communes));
        }

        var shapes = new Dictionary<string, Geometry>(StringComparer.Ordinal);
        foreach (var (site, shape) in Shapes(communes, shown))
        {
            shapes.Add(site.Code, shape);
        }

        return new MapLayer(LayerKind.ApproximateCells, shapes);
    }

    /// <summary>The cells with the points that they were drawn around, once those that coincided are spread.</summary>
    internal static IEnumerable<(Site Site, Geometry Shape)> Shapes(IReadOnlyList<CommunePoint> communes, IReadOnlySet<string>? shown)
    {
        var coast = Coastline.OfFrance;
        var sites = Spreading.Spread([.. Around(communes, shown).OrderBy(commune => commune.Code, StringComparer.Ordinal)], coast);
        foreach (var shore in Shore.Share(sites, coast))
        {
            var voronoi = new Voronoi([.. shore.Sites.Select(site => site.Point)]);
            for (var rank = 0; rank < shore.Sites.Count; rank++)
            {
                if (shown is null || shown.Contains(shore.Sites[rank].Code))
                {
                    yield return (shore.Sites[rank], shore.Cut(voronoi.CellOf(rank), shore.Sites[rank]));
                }
            }
        }
    }

    /// <summary>Those that may bound a cell to be drawn: on the continent the others are too far, overseas there are few.</summary>
    private static IEnumerable<CommunePoint> Around(IReadOnlyList<CommunePoint> communes, IReadOnlySet<string>? shown)
    {
        if (shown is null)
        {
            return communes;
        }

        var near = new Envelope();
        var drawn = communes.Where(commune => shown.Contains(commune.Code)).ToLookup(IsOverseas);
        foreach (var commune in drawn[false])
        {
            near.ExpandToInclude(commune.Longitude, commune.Latitude);
        }

        near.ExpandBy(FarDegrees);
        return communes.Where(commune => IsOverseas(commune) ? drawn.Contains(true) : near.Contains(commune.Longitude, commune.Latitude));
    }

    private static bool IsOverseas(CommunePoint commune) => commune.Code is ['9', '7' or '8', ..];
}
