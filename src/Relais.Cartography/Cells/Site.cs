using NetTopologySuite.Geometries;

namespace Relais.Cartography.Cells;

/// <summary>The point around which a cell is drawn.</summary>
/// <param name="Point">In the <see cref="Plane"/>.</param>
/// <param name="Piece">The rank of the piece of land that holds it, or -1 at sea.</param>
internal sealed record Site(string Code, Coordinate Point, int Piece, bool IsApproximate, int Land);
