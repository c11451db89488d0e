using System.Xml.Linq;
using Relais.Cartography;
using Relais.Cartography.Cells;
using Relais.Cartography.Classes;
using Relais.Cartography.Drawing;

namespace Relais.Tests.Cartography;

public sealed class MapTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly MapLayer Layer = CellLayer.Draw(BretonPoints.All);
    private static readonly MapClass[] Classes = Enum.GetValues<MapClass>();

    private static readonly MapRequest Request = new(Layer, [.. Layer.Codes, "99999"])
    {
        Id = "acces",
        Outlines = [new([.. Layer.Codes.Take(40)], IsStrong: true), new([.. Layer.Codes.Skip(40).Take(80)], IsStrong: false)],
        Labels = [new("Quimper", 47.996, -4.102), new("Ergué-Gabéric", 47.996, -4.1), new("Vannes & ses environs", 47.66, -2.76)],
        Sites = [new("Gourin", 48.1395, -3.6077)],
    };

    private static readonly PreparedMap Map = PreparedMap.Prepare(Request);

    [Fact]
    public void A_drawing_is_well_formed_named_described_and_without_a_style_attribute()
    {
        var drawing = XElement.Parse(Map.Colour(Colours()));

        Assert.Equal("img", (string?)drawing.Attribute("role"));
        Assert.Equal("acces-title acces-desc", (string?)drawing.Attribute("aria-labelledby"));
        Assert.Equal("Accès aux soins <2025>", drawing.Descendants(Svg + "title").Single(title => (string?)title.Attribute("id") == "acces-title").Value);
        Assert.Equal("Le tableau dit la même chose.", drawing.Descendants(Svg + "desc").Single(desc => (string?)desc.Attribute("id") == "acces-desc").Value);
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_class_has_a_colour_of_the_stylesheet_and_marks_of_its_own()
    {
        var patterns = XElement.Parse(Map.Colour(Colours())).Descendants(Svg + "pattern").ToDictionary(
            pattern => (string)pattern.Attribute("id")!,
            pattern => pattern.Elements(Svg + "path").Select(path => ((string)path.Attribute("class")!, (string)path.Attribute("d")!)).ToList());

        Assert.Equal(Classes.Length, patterns.Count);
        Assert.Equal(Classes.Length, patterns.Values.Select(paths => paths[0].Item1).Distinct().Count());
        Assert.Equal(Classes.Length, patterns.Values.Select(paths => paths.Count > 1 ? paths[1].Item2 : "").Distinct().Count());
        Assert.All(Classes, one => Assert.Contains(patterns.Keys, id => Map.Sample(one).Contains($"url(#{id})", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_commune_is_filled_by_its_class_and_leads_where_the_caller_says()
    {
        var drawing = XElement.Parse(Map.Colour(Colours() with { HrefOf = code => $"/communes/{code}?a=1&b=2", TipOf = code => $"Commune {code} : 2,4" }));

        var links = drawing.Descendants(Svg + "a").ToDictionary(link => (string)link.Attribute("href")!, link => link);
        Assert.Equal(Layer.Codes.Count, links.Count);
        Assert.All(links.Values, link => Assert.Contains(link.Ancestors(), hidden => (string?)hidden.Attribute("aria-hidden") == "true"));
        Assert.Empty(Assert.Single(drawing.DescendantsAndSelf(), image => (string?)image.Attribute("role") == "img").Descendants(Svg + "a"));
        Assert.All(Layer.Codes, code =>
        {
            var link = links[$"/communes/{code}?a=1&b=2"];
            Assert.Equal("-1", (string?)link.Attribute("tabindex"));
            Assert.Equal($"Commune {code} : 2,4", link.Descendants(Svg + "title").Single().Value);
            Assert.Contains((string)link.Parent!.Attribute("fill")!, Map.Sample(ClassOf(code)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Names_that_would_cover_another_are_left_out_and_sites_never()
    {
        var names = XElement.Parse(Map.Colour(Colours())).Descendants(Svg + "g").Single(group => ((string?)group.Attribute("class"))?.EndsWith("--desk", StringComparison.Ordinal) is true).Elements(Svg + "text").Select(text => text.Value);

        Assert.Equal(["Gourin", "Quimper", "Vannes & ses environs"], names);
    }

    [Fact]
    public void A_new_colouring_keeps_the_lines_and_a_new_line_changes_the_fingerprint()
    {
        Assert.Equal(Map.Fingerprint, PreparedMap.Prepare(Request).Fingerprint);
        Assert.NotEqual(Map.Fingerprint, PreparedMap.Prepare(Request with { Outlines = [] }).Fingerprint);
        Assert.NotEqual(Map.Fingerprint, PreparedMap.Prepare(Request with { Codes = [.. Layer.Codes.Skip(1)] }).Fingerprint);
        Assert.Equal(["99999"], Map.Missing);
    }

    [Fact]
    public void A_land_overseas_stands_in_a_frame_of_its_own()
    {
        CommunePoint[] communes = [.. BretonPoints.All, new("97411", -20.882, 55.4504, IsApproximate: false, 9), new("97416", -21.3393, 55.4781, IsApproximate: false, 9)];
        var layer = CellLayer.Draw(communes);

        var drawing = XElement.Parse(PreparedMap.Prepare(new MapRequest(layer, layer.Codes)).Colour(Colours() with { TipOf = code => code }));

        Assert.Equal(communes.Length, drawing.Descendants(Svg + "title").Count() - 1);
        Assert.Single(drawing.Descendants(Svg + "path"), path => (string?)path.Attribute("class") == "rs-map__frame");
        Assert.InRange(Plane.SquareKilometres(layer["97411"]) + Plane.SquareKilometres(layer["97416"]), 2_000, 2_700); // La Réunion: 2 512 km².
    }

    private static MapColours Colours() => new("Accès aux soins <2025>", "Le tableau dit la même chose.", ClassOf);

    private static MapClass ClassOf(string code) => Classes[int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) % Classes.Length];
}
