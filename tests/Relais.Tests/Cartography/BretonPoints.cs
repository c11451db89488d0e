using Relais.Cartography.Cells;

namespace Relais.Tests.Cartography;

/// <summary>Three hundred points in Brittany, twelve of them the same, and islands that the coast file has and lacks.</summary>
internal static class BretonPoints
{
    public const int Continent = 0;

    // Towns at sea for a coast of 1:10 000 000 are no exception: they are among the three hundred.
    public static IReadOnlyList<CommunePoint> Continental { get; } =
    [
        .. Enumerable.Range(1, 288).Select(rank => new CommunePoint($"{35000 + rank}", 47.75 + Spread(rank, 0.6180339887, 0.75), -4.3 + Spread(rank, 0.7548776662, 2.9), IsApproximate: false, Continent)),
        .. Enumerable.Range(289, 12).Select(rank => new CommunePoint($"{35000 + rank}", 48.1, -3.2, IsApproximate: true, Continent)),
    ];

    public static IReadOnlyList<CommunePoint> Islands { get; } =
    [
        new("29083", 48.0390, -4.8588, IsApproximate: false, 1),
        new("29084", 48.3960, -4.9601, IsApproximate: false, 2),
        new("29155", 48.4597, -5.0862, IsApproximate: false, 3),
        new("56009", 47.3144, -3.1888, IsApproximate: false, 4),
        new("56114", 47.3249, -3.2262, IsApproximate: false, 4),
        new("56152", 47.3471, -3.1559, IsApproximate: false, 4),
        new("56241", 47.3706, -3.2180, IsApproximate: false, 4),
        new("56086", 47.3902, -2.9683, IsApproximate: false, 5),
    ];

    public static IReadOnlyList<CommunePoint> All { get; } = [.. Continental, .. Islands];

    private static double Spread(int rank, double ratio, double width) => rank * ratio % 1 * width;
}
