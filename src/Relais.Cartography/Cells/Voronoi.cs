using NetTopologySuite.Geometries;

namespace Relais.Cartography.Cells;

/// <summary>
/// The Voronoi cells of some points, one at a time: a regular polygon around the point, from which each neighbour, the
/// nearest first, takes the half that is nearer to it, until no other can reach what is left.
/// </summary>
internal sealed class Voronoi
{
    /// <summary>
    /// How far a cell goes where there is nobody around. It is there for points that are given without their neighbours:
    /// in France the coast and the frontiers end a cell long before, but for lands as empty as Guyane.
    /// </summary>
    private const double RadiusKilometres = 60;
    private const double RadiusInSpacings = 4;
    private const int Sides = 24;
    private const double ShortestKilometres = 0.05;

    private readonly Coordinate[] _points;
    private readonly PointGrid _grid;

    public Voronoi(Coordinate[] points) => (_points, _grid) = (points, new PointGrid(points));

    /// <returns>The corners in order, counterclockwise, the first not repeated; at least three.</returns>
    public Coordinate[] CellOf(int rank) => Cell(rank).Corners();

    /// <summary>Who is on the other side of each side of the cell; a side shorter than that of a field is where four corners meet.</summary>
    public IEnumerable<(int Other, (Coordinate From, Coordinate To) Border)> BordersOf(int rank) =>
        Cell(rank).Borders().Where(side => side.Border.From.Distance(side.Border.To) > ShortestKilometres * Plane.UnitsPerKilometre(_points[rank].Y));

    private ConvexCell Cell(int rank)
    {
        var point = _points[rank];
        var radius = Math.Max(RadiusKilometres * Plane.UnitsPerKilometre(point.Y), RadiusInSpacings * _grid.Spacing);
        var cell = new ConvexCell(point, radius, Sides);
        for (var ring = 0; _grid.ReachesBeyond(ring) && _grid.NearestOf(ring) <= 2 * cell.Reach; ring++)
        {
            foreach (var other in _grid.Around(point, ring))
            {
                if (other != rank)
                {
                    cell.KeepNearerThan(_points[other], other);
                }
            }
        }

        return cell;
    }
}
