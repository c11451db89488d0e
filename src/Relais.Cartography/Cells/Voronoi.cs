using NetTopologySuite.Geometries;

namespace Relais.Cartography.Cells;

/// <summary>
/// The Voronoi cells of some points, one at a time: a regular polygon around the point, from which each neighbour, the
/// nearest first, takes the half that is nearer to it, until no other can reach what is left.
/// </summary>
internal sealed class Voronoi
{
    /// <summary>How far a cell goes where there is nobody around; a commune that stands far from all others goes farther.</summary>
    public const double RadiusKilometres = 12;

    private const int Sides = 24;
    private const int NeighboursOfRadius = 3;
    private const double ShareOfNeighbours = 1.5;
    private const double LonelyKilometres = 120;

    private readonly Coordinate[] _points;
    private readonly PointGrid _grid;

    public Voronoi(Coordinate[] points) => (_points, _grid) = (points, new PointGrid(points));

    /// <returns>The corners in order, counterclockwise, the first not repeated; at least three.</returns>
    public Coordinate[] CellOf(int rank)
    {
        var point = _points[rank];
        var cell = new ConvexCell(point, Radius(rank), Sides);
        for (var ring = 0; _grid.ReachesBeyond(ring) && _grid.NearestOf(ring) <= 2 * cell.Reach; ring++)
        {
            foreach (var other in _grid.Around(point, ring))
            {
                if (other != rank)
                {
                    cell.KeepNearerThan(_points[other]);
                }
            }
        }

        return cell.Corners();
    }

    private double Radius(int rank)
    {
        var point = _points[rank];
        var unit = Plane.UnitsPerKilometre(point.Y);
        if (_points.Length <= NeighboursOfRadius)
        {
            return LonelyKilometres * unit;
        }

        Span<double> nearest = stackalloc double[NeighboursOfRadius];
        nearest.Fill(double.PositiveInfinity);
        for (var ring = 0; _grid.ReachesBeyond(ring) && _grid.NearestOf(ring) <= nearest[^1]; ring++)
        {
            foreach (var other in _grid.Around(point, ring))
            {
                if (other != rank)
                {
                    Insert(nearest, point.Distance(_points[other]));
                }
            }
        }

        return Math.Max(RadiusKilometres * unit, ShareOfNeighbours * nearest[^1]);
    }

    private static void Insert(Span<double> sorted, double distance)
    {
        for (var place = 0; place < sorted.Length; place++)
        {
            if (distance < sorted[place])
            {
                (sorted[place], distance) = (distance, sorted[place]);
            }
        }
    }
}
