using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace Relais.Cartography.Drawing;

/// <summary>
/// Places names beside their points so that none covers another: once for a desk, once, larger and fewer, for a phone,
/// which shows the same drawing at a third of the size. The stylesheet shows one of the two.
/// </summary>
internal static class Lettering
{
    /// <summary>In units; the stylesheet has the same sizes.</summary>
    private const double DeskSize = 17;
    private const double PhoneSize = 36;

    private const double WidthOfLetter = 0.56;
    private const double Height = 1.1;
    private const double Offset = 0.5;

    public static string Write(MapRequest request, IReadOnlyList<Panel> panels)
    {
        var text = new StringBuilder();
        foreach (var (size, variant) in new[] { (DeskSize, "desk"), (PhoneSize, "phone") })
        {
            text.Append(CultureInfo.InvariantCulture, $"<g class=\"rs-map__names rs-map__names--{variant}\" aria-hidden=\"true\">");
            var taken = new List<Envelope>();
            foreach (var site in request.Sites)
            {
                Append(text, site, panels, size, taken, isSite: true);
            }

            foreach (var label in request.Labels)
            {
                Append(text, label, panels, size, taken, isSite: false);
            }

            text.Append("</g>");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MapLabel label, IReadOnlyList<Panel> panels, double size, List<Envelope> taken, bool isSite)
    {
        if (PointOf(label, panels) is not ({ } point, { } frame))
        {
            return;
        }

        var dot = new Envelope(point);
        dot.ExpandBy(size * 0.3);
        var width = label.Text.Length * WidthOfLetter * size;
        foreach (var (anchor, x, y) in Candidates(point, size, isSite))
        {
            var left = anchor switch { "start" => x, "end" => x - width, _ => x - (width / 2) };
            var box = new Envelope(left, left + width, y - (size * 0.85), y - (size * 0.85) + (size * Height));
            if (frame.Contains(box) && !taken.Exists(other => other.Intersects(box) || other.Intersects(dot)))
            {
                taken.Add(box);
                taken.Add(dot);
                AppendDot(text, point, isSite);
                text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\"");
                text.Append(anchor is "start" ? "" : $" text-anchor=\"{anchor}\"").Append(isSite ? " class=\"rs-map__site-name\">" : ">");
                text.Append(Xml.Escape(label.Text)).Append("</text>");
                return;
            }
        }

        if (isSite)
        {
            taken.Add(dot);
            AppendDot(text, point, isSite);
        }
    }

    /// <summary>A line of no length with round ends: a disc whose size in pixels does not depend on that of the map.</summary>
    private static void AppendDot(StringBuilder text, Coordinate point, bool isSite)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"d=\"M{point.X:0.#} {point.Y:0.#}h0\"/>");
        var kind = isSite ? "site" : "town";
        text.Append(CultureInfo.InvariantCulture, $"<path class=\"rs-map__{kind}-casing\" {path}<path class=\"rs-map__{kind}\" {path}");
    }

    private static IEnumerable<(string Anchor, double X, double Y)> Candidates(Coordinate point, double size, bool isSite)
    {
        var gap = size * (isSite ? 0.75 : Offset);
        yield return ("start", point.X + gap, point.Y + (size * 0.33));
        yield return ("end", point.X - gap, point.Y + (size * 0.33));
        yield return ("middle", point.X, point.Y - gap);
        yield return ("middle", point.X, point.Y + gap + (size * 0.75));
    }

    private static (Coordinate? Point, Envelope? Frame) PointOf(MapLabel label, IReadOnlyList<Panel> panels)
    {
        var place = Plane.From(label.Latitude, label.Longitude);
        if (panels.FirstOrDefault(panel => panel.Extent.Contains(place)) is not { } panel)
        {
            return (null, null);
        }

        var point = panel.Place(place);
        return (new Coordinate(point.X / Panel.TenthsPerUnit, point.Y / Panel.TenthsPerUnit), panel.Frame);
    }
}
