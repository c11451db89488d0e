using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Relais.Cartography;
using Relais.Cartography.Cells;

namespace Relais.Tests.Cartography;

public sealed class CellTests
{
    private static readonly IReadOnlyList<(Site Site, Geometry Shape)> Cells = [.. CellLayer.Shapes(BretonPoints.All, shown: null)];

    [Fact]
    public void Every_commune_has_a_shape()
    {
        var layer = CellLayer.Draw(BretonPoints.All);

        Assert.Equal(BretonPoints.All.Select(commune => commune.Code).Order(StringComparer.Ordinal), layer.Codes);
        Assert.All(layer.Codes, code => Assert.True(layer[code].IsValid && Plane.SquareKilometres(layer[code]) > 0.2, code));
    }

    [Fact]
    public void Cells_cover_no_land_twice()
    {
        var shapes = Cells.Select(cell => cell.Shape).ToList();

        Assert.Equal(UnaryUnionOp.Union(shapes).Area, shapes.Sum(shape => shape.Area), tolerance: 0.01);
    }

    [Fact]
    public void Cells_leave_no_land_out_between_towns()
    {
        var middle = Cells.Where(cell => cell.Site.Point.Distance(Plane.From(48.15, -3)) < 40).Select(cell => cell.Shape);

        var holes = Assert.IsType<Polygon>(UnaryUnionOp.Union(middle.ToList())).Holes;
        Assert.Equal(0, holes.Sum(hole => new Polygon(hole).Area), tolerance: 1e-6);
    }

    [Fact]
    public void A_town_lies_in_its_own_cell_unless_the_coast_file_has_it_at_sea()
    {
        var onLand = Cells.Where(cell => cell.Site.Piece >= 0).ToList();

        Assert.InRange(onLand.Count, 250, BretonPoints.All.Count);
        Assert.All(onLand, cell => Assert.True(cell.Shape.Intersects(new Point(cell.Site.Point)), cell.Site.Code));
    }

    [Fact]
    public void Each_part_of_a_cell_is_nearer_to_its_town_than_to_any_other_of_the_same_land()
    {
        var continent = Cells.Where(cell => cell.Site.Land == BretonPoints.Continent && cell.Site.Piece >= 0).ToList();

        Assert.All(continent, cell =>
        {
            var inside = cell.Shape.InteriorPoint.Coordinate;
            Assert.Equal(cell.Site.Code, continent.MinBy(other => other.Site.Point.Distance(inside)).Site.Code);
        });
    }

    [Fact]
    public void Towns_that_share_a_point_are_spread_the_same_way_each_time()
    {
        var shared = Cells.Where(cell => cell.Site.IsApproximate).ToList();
        var again = CellLayer.Shapes([.. BretonPoints.All.Reverse()], shown: null).Where(cell => cell.Site.IsApproximate).ToDictionary(cell => cell.Site.Code, cell => cell.Site.Point);

        Assert.Equal(12, shared.Count);
        Assert.All(shared, cell => Assert.Equal(cell.Site.Point, again[cell.Site.Code]));
        Assert.All(shared.Skip(1), cell => Assert.InRange(shared.Where(other => other != cell).Min(other => other.Site.Point.Distance(cell.Site.Point)), 1.5, 6));
    }

    [Fact]
    public void An_island_keeps_its_land_or_stands_as_a_small_octagon_and_takes_none_of_the_continent()
    {
        var islands = Cells.Where(cell => cell.Site.Land != BretonPoints.Continent).ToDictionary(cell => cell.Site.Code, cell => Plane.SquareKilometres(cell.Shape));
        var octagon = 2 * Math.Sqrt(2) * 1.2 * 1.2;

        Assert.Equal(octagon, islands["29083"], tolerance: 0.01);
        Assert.Equal(octagon, islands["29084"], tolerance: 0.01);
        Assert.Equal(octagon, islands["56086"], tolerance: 0.01);
        Assert.InRange(islands["29155"], 10, 25); // Ouessant: 15.6 km².
        Assert.InRange(islands["56009"] + islands["56114"] + islands["56152"] + islands["56241"], 65, 105); // Belle-Île: 84 km².
    }

    [Fact]
    public void A_cell_is_bounded_by_the_communes_that_are_not_shown()
    {
        var whole = CellLayer.Draw(BretonPoints.All);
        var part = CellLayer.Draw(BretonPoints.All, new HashSet<string> { "35020", "35040" });

        Assert.Equal(["35020", "35040"], part.Codes);
        Assert.True(part["35020"].EqualsExact(whole["35020"]));
        Assert.NotEqual(whole.Fingerprint, part.Fingerprint);
    }

    [Fact]
    public void A_code_given_twice_is_a_broken_program() =>
        Assert.Throws<ArgumentException>(() => CellLayer.Draw([BretonPoints.All[0], BretonPoints.All[0]]));
}
