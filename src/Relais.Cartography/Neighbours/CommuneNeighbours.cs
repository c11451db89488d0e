using NetTopologySuite.Geometries;
using Relais.Cartography.Cells;
using Relais.Cartography.Coast;

namespace Relais.Cartography.Neighbours;

/// <summary>
/// Which communes touch: those that share a border on the map that is drawn of them, be it contours or cells. A point where four
/// meet is no border, nor is a border that lies wholly in the sea: two shores of a bay do not touch, and an island touches nothing.
/// </summary>
public sealed class CommuneNeighbours
{
    private readonly Dictionary<string, SortedSet<string>> _of = new(StringComparer.Ordinal);

    private CommuneNeighbours()
    {
    }

    /// <summary>In the order of their codes; none for a commune that touches nothing or that is not known.</summary>
    public IReadOnlyCollection<string> this[string code] => _of.TryGetValue(code, out var found) ? found : [];

    /// <summary>Between the cells that are drawn around the points: right for two communes in three whose point is known, rough for the others.</summary>
    public static CommuneNeighbours OfCells(IReadOnlyList<CommunePoint> communes)
    {
        ArgumentNullException.ThrowIfNull(communes);
        var neighbours = new CommuneNeighbours();
        var coast = Coastline.OfFrance;
        var sites = Spreading.Spread([.. communes.OrderBy(commune => commune.Code, StringComparer.Ordinal)], coast);
        foreach (var shore in Shore.Share(sites, coast))
        {
            var voronoi = new Voronoi([.. shore.Sites.Select(site => site.Point)]);
            for (var rank = 0; rank < shore.Sites.Count; rank++)
            {
                foreach (var (other, _) in voronoi.BordersOf(rank).Where(border => shore.HasLandOn(border.Border)))
                {
                    neighbours.Add(shore.Sites[rank].Code, shore.Sites[other].Code);
                }
            }
        }

        return neighbours;
    }

    /// <summary>Between contours: two communes touch when they share at least two corners, to the metre.</summary>
    public static CommuneNeighbours OfContours(MapLayer contours)
    {
        ArgumentNullException.ThrowIfNull(contours);
        var corners = new Dictionary<(long X, long Y), List<string>>();
        foreach (var code in contours.Codes)
        {
            foreach (var corner in contours[code].Coordinates.Select(ToMetres).Distinct())
            {
                (corners.TryGetValue(corner, out var at) ? at : corners[corner] = new(2)).Add(code);
            }
        }

        var neighbours = new CommuneNeighbours();
        var pairs = corners.Values.SelectMany(at => at.SelectMany((one, rank) => at.Skip(rank + 1).Select(other => (one, other)))).CountBy(pair => pair);
        foreach (var ((one, other), _) in pairs.Where(pair => pair.Value > 1))
        {
            neighbours.Add(one, other);
        }

        return neighbours;
    }

    private static (long X, long Y) ToMetres(Coordinate point) => ((long)Math.Round(point.X * 1000), (long)Math.Round(point.Y * 1000));

    private void Add(string one, string other)
    {
        (_of.TryGetValue(one, out var ofOne) ? ofOne : _of[one] = new(StringComparer.Ordinal)).Add(other);
        (_of.TryGetValue(other, out var ofOther) ? ofOther : _of[other] = new(StringComparer.Ordinal)).Add(one);
    }
}
