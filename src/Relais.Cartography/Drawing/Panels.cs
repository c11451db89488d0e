using NetTopologySuite.Geometries;

namespace Relais.Cartography.Drawing;

/// <summary>Lays the lands out: the one with most communes takes the width of the drawing, each of the others a frame in rows below.</summary>
internal static class Panels
{
    public const double Width = 1000;
    private const double Lowest = 300;
    private const double Highest = 1100;
    private const double Gap = 12;
    private const int FramesPerRow = 5;
    private const double FrameSide = (Width - (Gap * (FramesPerRow - 1))) / FramesPerRow;

    /// <returns>The main panel first; none when there is nothing to draw.</returns>
    public static IReadOnlyList<Panel> LayOut(MapLayer layer, IReadOnlyList<string> codes)
    {
        var zones = codes.GroupBy(Zone, StringComparer.Ordinal).OrderByDescending(zone => zone.Count()).ThenBy(zone => zone.Key, StringComparer.Ordinal).ToList();
        if (zones.Count is 0)
        {
            return [];
        }

        var main = Panel.OfWidth(layer, [.. zones[0]], Width, Lowest, Highest);
        return [main, .. zones.Skip(1).OrderBy(zone => zone.Key, StringComparer.Ordinal).Select((zone, rank) => Panel.Within(layer, [.. zone], FrameOf(rank, main.Frame.Height)))];
    }

    /// <summary>Metropolitan France and Corsica are one zone, each territory overseas another.</summary>
    private static string Zone(string code) => code is ['9', '7' or '8', ..] ? code[..3] : "";

    private static Envelope FrameOf(int rank, double above)
    {
        var left = rank % FramesPerRow * (FrameSide + Gap);
        var top = above + Gap + (rank / FramesPerRow * (FrameSide + Gap));
        return new Envelope(left, left + FrameSide, top, top + FrameSide);
    }
}
