using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Relais.Cartography;
using Relais.Cartography.Contours;
using Relais.Cartography.Drawing;

namespace Relais.Tests.Cartography;

public sealed class ContourTests
{
    // Three communes side by side; the border between the first two has a bend of a kilometre and one of seven metres.
    // 00002 is in two pieces, one of them under the code 00009 of before a merger; 00003 has an islet of 1.2 km² and a speck.
    // 00004 lies below the first two; the place where the three meet is twenty metres off the line of its border.
    private const string File = """
        {"type":"FeatureCollection","name":"essai","crs":{"properties":{"features":[1,{"a":2}]}},"features":[
        {"type":"Feature","properties":{"code":"00001","nom":"Un"},"geometry":{"type":"Polygon","coordinates":[[[-3.0,48.0],[-2.9,47.9998],[-2.8961,48.02],[-2.89,48.05],[-2.9,48.1],[-3.0,48.1],[-3.0,48.0]]]}},
        {"type":"Feature","properties":{"code":"00002"},"geometry":{"type":"Polygon","coordinates":[[[-2.9,47.9998],[-2.8,48.0],[-2.8,48.05],[-2.89,48.05],[-2.8961,48.02],[-2.9,47.9998]]]}},
        {"type":"Feature","properties":{"code":"00009"},"geometry":{"type":"MultiPolygon","coordinates":[[[[-2.89,48.05],[-2.8,48.05],[-2.8,48.1],[-2.9,48.1],[-2.89,48.05]]]]}},
        {"type":"Feature","properties":{"code":"00003"},"geometry":{"type":"MultiPolygon","coordinates":[[[[-2.8,48.0],[-2.7,48.0],[-2.7,48.1],[-2.8,48.1],[-2.8,48.05],[-2.8,48.0]]],[[[-2.6,48.0],[-2.585,48.0],[-2.585,48.01],[-2.6,48.01],[-2.6,48.0]]],[[[-2.5,48.0],[-2.4999,48.0],[-2.4999,48.0001],[-2.5,48.0]]]]}},
        {"type":"Feature","properties":{"code":"00004"},"geometry":{"type":"Polygon","coordinates":[[[-3.0,47.9],[-2.8,47.9],[-2.8,48.0],[-2.9,47.9998],[-3.0,48.0],[-3.0,47.9]]]}}
        ]}
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pieces_of_a_merged_commune_become_one_and_islands_are_kept()
    {
        var reading = await ReadAsync(File);
        var layer = reading.Layer!;

        Assert.Equal((5, 1, 0, null), (reading.Features, reading.Merged, reading.Refused.Count, reading.Fault));
        Assert.Equal((LayerKind.Contours, 4), (layer.Kind, layer.Codes.Count));
        Assert.IsType<Polygon>(layer["00002"]);
        Assert.Equal(2, layer["00003"].NumGeometries);
        Assert.Equal(86, Plane.SquareKilometres(layer["00001"]), tolerance: 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(5_000)]
    public async Task What_two_communes_share_is_simplified_once_for_both(double tolerance)
    {
        var layer = (await ReadAsync(File, tolerance)).Layer!;
        var shapes = layer.Codes.Select(code => layer[code]).ToList();
        var union = UnaryUnionOp.Union(shapes);

        Assert.Equal(union.Area, shapes.Sum(shape => shape.Area), tolerance: 1e-9);
        Assert.Equal(2, union.NumGeometries);
        Assert.All(Enumerable.Range(0, 2), part => Assert.Equal(0, ((Polygon)union.GetGeometryN(part)).NumInteriorRings));
        Assert.Equal(2, layer["00003"].NumGeometries);
        Assert.Equal(tolerance switch { 0 => 7, 200 => 6, _ => 5 }, layer["00001"].NumPoints);
    }

    [Fact]
    public async Task A_file_is_read_the_same_whatever_the_parts_it_comes_in()
    {
        var whole = (await ReadAsync(File)).Layer!;
        await using var dripping = new Dripping(Encoding.UTF8.GetBytes(File));

        Assert.Equal(whole.Fingerprint, (await ContourLayer.ReadAsync(dripping, Today, 0, Cancellation)).Layer!.Fingerprint);
    }

    [Fact]
    public async Task What_an_import_keeps_is_read_back_the_same()
    {
        var layer = (await ReadAsync(File, tolerance: 200)).Layer!;
        await using var kept = new MemoryStream();

        await WriteContours.ToAsync(kept, layer, Cancellation);

        kept.Position = 0;
        var again = (await ContourLayer.ReadAsync(kept, Today, 0, Cancellation)).Layer!;
        Assert.Equal(layer.Codes, again.Codes);
        Assert.All(layer.Codes, code => Assert.True(layer[code].SymmetricDifference(again[code]).Area < 1e-6, code));
    }

    [Fact]
    public async Task What_cannot_be_used_is_listed_with_its_number_and_reason()
    {
        var reading = await ReadAsync("""
            {"features":[
            {"properties":{"nom":"sans code"},"geometry":{"type":"Polygon","coordinates":[]}},
            {"properties":{"code":"99999"},"geometry":{"type":"Polygon","coordinates":[]}},
            {"properties":{"code":"00001"},"geometry":null},
            {"properties":{"code":"00001"},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"properties":{"code":"00001"},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[1,2]]]}},
            {"properties":{"code":"00001"},"geometry":{"type":"Polygon","coordinates":[[["1",2],[3,4],[5,6],[1,2]]]}},
            {"properties":{"code":"00001"},"geometry":{"type":"Polygon","coordinates":[[[652000,6862000],[652100,6862000],[652100,6862100],[652000,6862000]]]}},
            {"properties":{"code":"00002"},"geometry":{"type":"Polygon","coordinates":[[[-2.9,48.0],[-2.8,48.0],[-2.8,48.05],[-2.9,48.0]]]}}
            ]}
            """);

        Assert.Equal(
            [
                new(1, null, ContourProblem.NoCode), new(2, "99999", ContourProblem.UnknownCode), new(3, "00001", ContourProblem.NoPolygon), new(4, "00001", ContourProblem.NoPolygon),
                new(5, "00001", ContourProblem.BadCoordinates), new(6, "00001", ContourProblem.BadCoordinates), new(7, "00001", ContourProblem.NotDegrees),
            ],
            reading.Refused);
        Assert.Equal(["00002"], reading.Layer!.Codes);
    }

    [Theory]
    [InlineData("", ContourFault.NotJson)]
    [InlineData("code;nom\n29001;Argol", ContourFault.NotJson)]
    [InlineData("""{"features":[{"properties":{"code":"00001"},"geometry":{"type":"Polygon","coor""", ContourFault.NotJson)]
    [InlineData("""{"type":"FeatureCollection"}""", ContourFault.NoFeatures)]
    [InlineData("""[{"features":[]}]""", ContourFault.NoFeatures)]
    [InlineData("""{"features":[{"properties":{"code":"00001"}}]}""", ContourFault.NothingUsable)]
    public async Task A_file_without_contours_says_why(string text, ContourFault fault)
    {
        var reading = await ReadAsync(text);

        Assert.Null(reading.Layer);
        Assert.Equal(fault, reading.Fault);
    }

    [Fact]
    public async Task The_line_around_a_group_has_no_trace_of_the_borders_inside()
    {
        var layer = (await ReadAsync(File)).Layer!;
        var drawing = PreparedMap.Prepare(new MapRequest(layer, layer.Codes) { Outlines = [new(["00001", "00002"], IsStrong: true)] })
            .Colour(new MapColours("t", "d", _ => Relais.Cartography.Classes.MapClass.First));
        var outline = System.Xml.Linq.XElement.Parse(drawing).Descendants().Single(path => (string?)path.Attribute("class") == "rs-map__outline");

        Assert.Single(((string)outline.Attribute("d")!).Split('M', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<ContourReading> ReadAsync(string text, double tolerance = 0) =>
        ContourLayer.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Today, tolerance, Cancellation);

    private static string? Today(string code) => code switch { "00009" => "00002", "00001" or "00002" or "00003" or "00004" => code, _ => null };

    /// <summary>Gives seven bytes at a time.</summary>
    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}
