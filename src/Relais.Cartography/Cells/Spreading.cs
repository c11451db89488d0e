using NetTopologySuite.Geometries;
using Relais.Cartography.Coast;

namespace Relais.Cartography.Cells;

/// <summary>
/// Moves apart the communes that share a point, in a spiral like the seeds of a sunflower: each has about the room of a
/// commune, the same list gives the same places, and none leaves the piece of land that it was on.
/// </summary>
internal static class Spreading
{
    private const double StepKilometres = 2;
    private const double GoldenAngle = 2.399963229728653;
    private const int MostTries = 40;

    /// <param name="communes">In the order of their codes, which decides who goes where.</param>
    public static IReadOnlyList<Site> Spread(IReadOnlyList<CommunePoint> communes, Coastline coast)
    {
        var sites = new List<Site>(communes.Count);
        foreach (var sharing in communes.GroupBy(commune => (Math.Round(commune.Latitude, 4), Math.Round(commune.Longitude, 4), commune.Land)))
        {
            var middle = Plane.From(sharing.First().Latitude, sharing.First().Longitude);
            var piece = coast.PieceAt(middle);
            var seed = 0;
            foreach (var commune in sharing.OrderBy(commune => commune.IsApproximate))
            {
                var point = seed is 0 ? middle : Next(middle, piece, coast, ref seed);
                sites.Add(new Site(commune.Code, point, piece, commune.IsApproximate, commune.Land));
                seed++;
            }
        }

        return sites;
    }

    private static Coordinate Next(Coordinate middle, int piece, Coastline coast, ref int seed)
    {
        var point = Seed(middle, seed);
        for (var tries = 0; tries < MostTries && piece >= 0 && !coast.Pieces[piece].Holds(point); tries++)
        {
            point = Seed(middle, ++seed);
        }

        return point;
    }

    private static Coordinate Seed(Coordinate middle, int seed)
    {
        var distance = StepKilometres * Math.Sqrt(seed) * Plane.UnitsPerKilometre(middle.Y);
        return new Coordinate(middle.X + (distance * Math.Cos(seed * GoldenAngle)), middle.Y + (distance * Math.Sin(seed * GoldenAngle)));
    }
}
