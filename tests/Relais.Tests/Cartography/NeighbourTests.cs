using System.Text;
using NetTopologySuite.Geometries;
using Relais.Cartography;
using Relais.Cartography.Cells;
using Relais.Cartography.Contours;
using Relais.Cartography.Neighbours;

namespace Relais.Tests.Cartography;

public sealed class NeighbourTests
{
    /// <summary>Longer than a corner where four cells nearly meet.</summary>
    private const double Border = 0.5;

    /// <summary>The half kilometre by which the coast may cut a border short.</summary>
    private const double Doubt = 0.05;

    [Fact]
    public void Cells_touch_where_their_shapes_share_a_border_on_land()
    {
        var layer = CellLayer.Draw(BretonPoints.All);
        var neighbours = CommuneNeighbours.OfCells(BretonPoints.All);
        var checkedPairs = 0;

        foreach (var one in layer.Codes)
        {
            foreach (var other in layer.Codes.Where(other => string.CompareOrdinal(one, other) < 0))
            {
                var shared = SharedKilometres(layer[one], layer[other]);
                if (shared is > Border or < Doubt)
                {
                    Assert.True(neighbours[one].Contains(other) == shared > Border, $"{one} and {other} share {shared} km");
                    Assert.Equal(neighbours[one].Contains(other), neighbours[other].Contains(one));
                    checkedPairs += shared > Border ? 1 : 0;
                }
            }
        }

        Assert.InRange(checkedPairs, 600, 1000);
        Assert.Empty(neighbours["29155"]);
        Assert.Equal(["56114", "56152", "56241"], neighbours["56009"].Union(neighbours["56114"]).Union(neighbours["56241"]).Where(code => code is not "56009").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Contours_touch_where_they_share_two_corners()
    {
        const string Squares = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"00001"},"geometry":{"type":"Polygon","coordinates":[[[-3,48],[-2.9,48],[-2.9,48.1],[-3,48.1],[-3,48]]]}},
            {"type":"Feature","properties":{"code":"00002"},"geometry":{"type":"Polygon","coordinates":[[[-2.9,48],[-2.8,48],[-2.8,48.1],[-2.9,48.1],[-2.9,48]]]}},
            {"type":"Feature","properties":{"code":"00003"},"geometry":{"type":"Polygon","coordinates":[[[-2.8,48.1],[-2.7,48.1],[-2.7,48.2],[-2.8,48.2],[-2.8,48.1]]]}},
            {"type":"Feature","properties":{"code":"00004"},"geometry":{"type":"Polygon","coordinates":[[[-2.8,48],[-2.7,48],[-2.7,48.1],[-2.8,48.1],[-2.8,48]]]}}
            ]}
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Squares));
        var reading = await ContourLayer.ReadAsync(stream, code => code, 0, TestContext.Current.CancellationToken);

        var neighbours = CommuneNeighbours.OfContours(reading.Layer!);

        Assert.Equal(["00002"], neighbours["00001"]);
        Assert.Equal(["00001", "00004"], neighbours["00002"]);
        Assert.Equal(["00004"], neighbours["00003"]);
        Assert.Equal(["00002", "00003"], neighbours["00004"]);
    }

    private static double SharedKilometres(Geometry one, Geometry other)
    {
        if (!one.EnvelopeInternal.Intersects(other.EnvelopeInternal) || one.Distance(other) > 0.01)
        {
            return 0;
        }

        return one.Boundary.Intersection(other.Buffer(0.01)).Length / Plane.UnitsPerKilometre(one.Centroid.Y);
    }
}
