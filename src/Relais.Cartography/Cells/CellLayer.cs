using NetTopologySuite.Geometries;
using Relais.Cartography.Coast;

namespace Relais.Cartography.Cells;

/// <summary>
/// Shapes of communes from nothing but their points: to each the land that is nearer to its point than to any other of the
/// same land, cut at the coast. Against the real contours of Brittany, most of the region falls in the right commune's
/// neighbourhood and four fifths in the right EPCI: good to see where, not to measure. Maps of them say « limites approchées ».
/// </summary>
public static class CellLayer
{
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
        var sites = Spreading.Spread([.. communes.OrderBy(commune => commune.Code, StringComparer.Ordinal)], coast);
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
}
