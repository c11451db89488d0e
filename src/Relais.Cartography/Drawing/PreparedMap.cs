using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Relais.Cartography.Classes;

namespace Relais.Cartography.Drawing;

/// <summary>
/// A map whose lines are drawn and whose colours are not: keep it for a set of communes, and colour it for each indicator
/// in a few milliseconds. It never changes; any number of threads may read it.
/// </summary>
public sealed class PreparedMap
{
    /// <summary>Above it, the borders between communes would hide them.</summary>
    private const int ManyShapes = 3_000;

    private static readonly string Tenths = string.Create(CultureInfo.InvariantCulture, $"scale({1d / Panel.TenthsPerUnit})");
    private static readonly MapClass[] Classes = Enum.GetValues<MapClass>();

    private readonly string _id;
    private readonly string _size;
    private readonly string _below;
    private readonly string _above;
    private readonly IReadOnlyList<(string Code, string Path)> _shapes;

    private PreparedMap(MapRequest request, IReadOnlyList<Panel> panels)
    {
        _id = request.Id;
        _size = string.Create(CultureInfo.InvariantCulture, $"0 0 {Panels.Width} {(panels.Count is 0 ? 1 : panels.Max(panel => panel.Frame.MaxY))}");
        _below = string.Concat(panels.Select(Ground));
        _shapes = [.. panels.SelectMany(panel => panel.Codes.Select(code => (code, PathText.OfShape(panel.Shapes[code], panel))))];
        _above = $"{Lines(request, panels)}</g>{Lettering.Write(request, panels)}";
        Missing = [.. request.Codes.Where(code => !request.Layer.Has(code)).Order(StringComparer.Ordinal)];
        Fingerprint = FingerprintOf();
    }

    /// <summary>The communes asked for that the layer has no shape for.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Sixteen characters that change when a line of the drawing changes: with the hash of the values, an ETag.</summary>
    public string Fingerprint { get; }

    public static PreparedMap Prepare(MapRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var codes = request.Codes.Where(request.Layer.Has).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new PreparedMap(request, Panels.LayOut(request.Layer, codes));
    }

    /// <summary>
    /// The drawing as an <c>svg</c> element, to put as it is into a page: all text in it is escaped. Links are for the mouse;
    /// an image may not hold any, so that with them the name is on the land below, and what they are on is hidden.
    /// </summary>
    public string Colour(MapColours colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        var text = new StringBuilder(_below.Length + _above.Length + (_shapes.Count * 80));
        var named = string.Create(CultureInfo.InvariantCulture, $" role=\"img\" aria-labelledby=\"{_id}-title {_id}-desc\"");
        var hasLinks = colours.HrefOf is not null;
        text.Append(CultureInfo.InvariantCulture, $"<svg class=\"rs-map{(_shapes.Count > ManyShapes ? " rs-map--dense" : "")}\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{_size}\"{(hasLinks ? "" : named)}>")
            .Append(Filling.Definitions(_id, $" patternTransform=\"scale({Panel.TenthsPerUnit})\""))
            .Append(CultureInfo.InvariantCulture, $"<g{(hasLinks ? named : "")}><title id=\"{_id}-title\">{Xml.Escape(colours.Title)}</title><desc id=\"{_id}-desc\">{Xml.Escape(colours.Description)}</desc>")
            .Append(CultureInfo.InvariantCulture, $"<g transform=\"{Tenths}\">{_below}</g></g>")
            .Append(CultureInfo.InvariantCulture, $"<g transform=\"{Tenths}\"{(hasLinks ? " aria-hidden=\"true\"" : "")}><g class=\"rs-map__shapes\">");

        var byClass = _shapes.ToLookup(shape => colours.ClassOf(shape.Code));
        foreach (var one in Classes.Where(byClass.Contains))
        {
            text.Append(CultureInfo.InvariantCulture, $"<g fill=\"url(#{Filling.IdOf(_id, one)})\">");
            AppendShapes(text, byClass[one], colours);
            text.Append("</g>");
        }

        return text.Append("</g>").Append(_above).Append("</svg>").ToString();
    }

    /// <summary>A sample of a class for the legend, as an <c>svg</c> element; it borrows the patterns of the map in the same page.</summary>
    public string Sample(MapClass one) =>
        $"<svg class=\"rs-map__sample\" viewBox=\"0 0 320 200\" aria-hidden=\"true\"><path fill=\"url(#{Filling.IdOf(_id, one)})\" d=\"M0 0h320v200H0z\"/></svg>";

    /// <summary>One path for each commune where something hangs on it; else one for all.</summary>
    private static void AppendShapes(StringBuilder text, IEnumerable<(string Code, string Path)> shapes, MapColours colours)
    {
        if (colours is { HrefOf: null, TipOf: null })
        {
            text.Append("<path d=\"").AppendJoin("", shapes.Select(shape => shape.Path)).Append("\"/>");
            return;
        }

        foreach (var (code, path) in shapes)
        {
            var href = colours.HrefOf?.Invoke(code);
            var tip = colours.TipOf?.Invoke(code);
            text.Append(href is null ? "" : $"<a href=\"{Xml.Escape(href)}\" tabindex=\"-1\">")
                .Append("<path d=\"").Append(path)
                .Append(tip is null ? "\"/>" : $"\"><title>{Xml.Escape(tip)}</title></path>")
                .Append(href is null ? "" : "</a>");
        }
    }

    private static string Ground(Panel panel, int rank)
    {
        var land = Surroundings.Of(panel);
        return (rank is 0 ? "" : Frame(panel)) + (land.Length is 0 ? "" : $"<path class=\"rs-map__land\" d=\"{land}\"/>");
    }

    private static string Frame(Panel panel)
    {
        var (frame, tenths) = (panel.Frame, Panel.TenthsPerUnit);
        return string.Create(CultureInfo.InvariantCulture, $"<path class=\"rs-map__frame\" d=\"M{frame.MinX * tenths:0} {frame.MinY * tenths:0}h{frame.Width * tenths:0}v{frame.Height * tenths:0}h{-frame.Width * tenths:0}z\"/>");
    }

    private static string Lines(MapRequest request, IReadOnlyList<Panel> panels)
    {
        var drawn = request.Outlines.OrderBy(outline => outline.IsStrong)
            .Select(outline => (outline.IsStrong, Path: Outlines.Around(outline, panels)))
            .Where(line => line.Path.Length > 0);
        return string.Concat(drawn.Select(line => line.IsStrong
            ? $"<path class=\"rs-map__casing\" d=\"{line.Path}\"/><path class=\"rs-map__outline\" d=\"{line.Path}\"/>"
            : $"<path class=\"rs-map__border\" d=\"{line.Path}\"/>"));
    }

    private string FingerprintOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in _shapes.SelectMany(IEnumerable<string> (shape) => [shape.Code, shape.Path]).Append(_id).Append(_size).Append(_below).Append(_above))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
