using System.Globalization;
using System.Text;
using Relais.Cartography.Classes;

namespace Relais.Cartography.Drawing;

/// <summary>
/// The patterns that fill the classes: a ground whose colour the stylesheet gives, and marks whose shape tells the class
/// where colours do not — on paper, to an eye that does not tell them apart.
/// </summary>
internal static class Filling
{
    /// <summary>Side of a tile in units.</summary>
    private const int Side = 8;

    public static string IdOf(string map, MapClass one) => $"{map}-{NameOf(one)}";

    /// <summary>The definitions of all the patterns; <paramref name="scale"/> makes a tile as large as in units of the drawing.</summary>
    public static string Definitions(string map, string scale)
    {
        var text = new StringBuilder("<defs>");
        foreach (var one in Enum.GetValues<MapClass>())
        {
            var name = NameOf(one);
            text.Append(CultureInfo.InvariantCulture, $"<pattern id=\"{IdOf(map, one)}\" width=\"{Side}\" height=\"{Side}\" patternUnits=\"userSpaceOnUse\"{scale}>")
                .Append(CultureInfo.InvariantCulture, $"<path class=\"rs-map__ground rs-map__ground--{name}\" d=\"M0 0h{Side}v{Side}H0z\"/>");
            if (Marks(one) is { } marks)
            {
                text.Append(CultureInfo.InvariantCulture, $"<path class=\"rs-map__mark rs-map__mark--{name}\" d=\"{marks}\"/>");
            }

            text.Append("</pattern>");
        }

        return text.Append("</defs>").ToString();
    }

    /// <summary>As it is written in the names of the classes of the stylesheet.</summary>
    public static string NameOf(MapClass one) => one switch
    {
        MapClass.First => "1",
        MapClass.Second => "2",
        MapClass.Third => "3",
        MapClass.Fourth => "4",
        MapClass.Fifth => "5",
        MapClass.NotClassed => "unclassed",
        MapClass.Secret => "secret",
        _ => "none",
    };

    /// <summary>From dots to a lattice as the class rises; what has no class is ruled the other way or left blank.</summary>
    private static string? Marks(MapClass one) => one switch
    {
        MapClass.First => "M2 2h0M6 6h0",
        MapClass.Second => "M0 4h8",
        MapClass.Third => "M0 2h8M0 6h8",
        MapClass.Fourth => "M0 8L8 0M-1 1L1-1M7 9L9 7",
        MapClass.Fifth => "M0 8L8 0M0 0L8 8",
        MapClass.NotClassed => "M0 0L8 8M-1 7L1 9M7-1L9 1",
        MapClass.Secret => "M4 2v4M2 4h4",
        _ => null,
    };
}
