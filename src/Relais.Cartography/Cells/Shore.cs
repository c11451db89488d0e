using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Relais.Cartography.Coast;

namespace Relais.Cartography.Cells;

/// <summary>A land with the communes that share it, and the sea around: cells are drawn among them only, and end where it ends.</summary>
internal sealed class Shore
{
    private const double OctagonKilometres = 1.2;
    private const double SmallestSquareKilometres = 0.3;
    private const double PortKilometres = 6;
    private const double IsletKilometres = 60;
    private const int Samples = 8;

    private static readonly GeometryFactory Factory = new();

    private readonly Coastline _coast;
    private readonly List<LandPiece> _pieces = [];

    private Shore(Coastline coast, IReadOnlyList<Site> sites, IEnumerable<int> pieces)
    {
        (_coast, Sites) = (coast, sites);
        _pieces.AddRange(pieces.Select(rank => coast.Pieces[rank]));
    }

    public IReadOnlyList<Site> Sites { get; }

    /// <summary>
    /// Gives each piece of land to the communes on it. An island that the coast file welds to its neighbour shares its
    /// land; one that it leaves out has none, and stands alone.
    /// </summary>
    public static IReadOnlyList<Shore> Share(IReadOnlyList<Site> sites, Coastline coast)
    {
        var owners = Owners(sites, coast);
        var withLand = owners.Where(owner => owner is not null).Select(owner => owner!.Value).ToHashSet();
        return
        [
            .. sites.GroupBy(site => withLand.Contains(site.Land) || site.Piece < 0 || site.IsApproximate ? site.Land : owners[site.Piece]!.Value)
                .Select(group => new Shore(coast, [.. group], Enumerable.Range(0, owners.Length).Where(rank => owners[rank] == group.Key))),
        ];
    }

    /// <summary>The part of the cell that is land; an octagon at the site when next to nothing of it is.</summary>
    public Geometry Cut(Coordinate[] cell, Site site)
    {
        var whole = Factory.CreatePolygon([.. cell, cell[0]]);
        if (!_coast.Crosses(cell))
        {
            return _pieces.Exists(piece => piece.Holds(site.Point)) ? whole : Octagon(site.Point);
        }

        var envelope = whole.EnvelopeInternal;
        var parts = _pieces.Where(piece => piece.Envelope.Intersects(envelope))
            .Select(piece => OverlayNGRobust.Overlay(whole, piece.Polygon, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection))
            .SelectMany(PolygonsOf)
            .ToArray();
        var land = Factory.BuildGeometry(parts);
        return land.IsEmpty || Plane.SquareKilometres(land) < SmallestSquareKilometres ? Octagon(site.Point) : land;
    }

    /// <summary>Whether some of that line is land of this shore.</summary>
    public bool HasLandOn((Coordinate From, Coordinate To) line) =>
        Enumerable.Range(0, Samples + 1)
            .Select(step => new Coordinate(line.From.X + ((line.To.X - line.From.X) * step / Samples), line.From.Y + ((line.To.Y - line.From.Y) * step / Samples)))
            .Any(point => _pieces.Exists(piece => piece.Holds(point)));

    /// <summary>For each piece, the land that most of its communes say they are of; a piece without any goes to the land of a port beside it, or of the nearest piece.</summary>
    private static int?[] Owners(IReadOnlyList<Site> sites, Coastline coast)
    {
        var owners = new int?[coast.Pieces.Count];
        foreach (var piece in sites.Where(site => site.Piece >= 0).GroupBy(site => site.Piece))
        {
            owners[piece.Key] = piece.GroupBy(site => site.Land)
                .OrderByDescending(land => land.Count(site => !site.IsApproximate)).ThenByDescending(land => land.Count()).ThenBy(land => land.Key)
                .First().Key;
        }

        var owned = Enumerable.Range(0, owners.Length).Where(rank => owners[rank] is not null).ToList();
        var atSea = sites.Where(site => site.Piece < 0).ToList();
        var around = new Envelope(sites.Select(site => site.Point));
        around.ExpandBy(IsletKilometres);
        foreach (var rank in Enumerable.Range(0, owners.Length).Where(rank => owned.Count > 0 && coast.Pieces[rank].Envelope.Intersects(around)))
        {
            owners[rank] ??= LandNear(coast.Pieces[rank], atSea) ?? owners[Nearest(coast.Pieces[rank], owned, coast)];
        }

        return owners;
    }

    /// <summary>A port that a rough coast has at sea stands on the island beside it.</summary>
    private static int? LandNear(LandPiece piece, List<Site> atSea)
    {
        var near = PortKilometres * Plane.UnitsPerKilometre(piece.Envelope.Centre.Y);
        return atSea.Where(site => piece.Envelope.Distance(new Envelope(site.Point)) <= near)
            .Select(site => (site.Land, Distance: piece.Polygon.Distance(Factory.CreatePoint(site.Point))))
            .Where(port => port.Distance <= near)
            .OrderBy(port => port.Distance)
            .Select(port => (int?)port.Land)
            .FirstOrDefault();
    }

    private static int Nearest(LandPiece piece, List<int> owned, Coastline coast)
    {
        var (nearest, least) = (owned[0], double.PositiveInfinity);
        foreach (var rank in owned.Where(rank => coast.Pieces[rank].Envelope.Distance(piece.Envelope) < least))
        {
            var distance = coast.Pieces[rank].Polygon.Distance(piece.Polygon);
            (nearest, least) = distance < least ? (rank, distance) : (nearest, least);
        }

        return nearest;
    }

    private static IEnumerable<Geometry> PolygonsOf(Geometry cut) =>
        Enumerable.Range(0, cut.NumGeometries).Select(cut.GetGeometryN).Where(part => part is Polygon { IsEmpty: false });

    private static Polygon Octagon(Coordinate middle)
    {
        var radius = OctagonKilometres * Plane.UnitsPerKilometre(middle.Y);
        var corners = Enumerable.Range(0, 8)
            .Select(corner => ((corner * 2) + 1) * Math.PI / 8)
            .Select(angle => new Coordinate(middle.X + (radius * Math.Cos(angle)), middle.Y + (radius * Math.Sin(angle))))
            .ToArray();
        return Factory.CreatePolygon([.. corners, corners[0]]);
    }
}
