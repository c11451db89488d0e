namespace Relais.Cartography.Cells;

/// <summary>A commune as a point, to draw a cell around it.</summary>
/// <param name="Code">Its INSEE code.</param>
/// <param name="Latitude">Decimal degrees (WGS 84).</param>
/// <param name="Longitude">Decimal degrees (WGS 84).</param>
/// <param name="IsApproximate">Whether the point only stands for a lack of a better one; several communes may then share it.</param>
/// <param name="Land">Equal numbers are one land: the continent, Corsica, each island. A cell never crosses from one to another.</param>
public sealed record CommunePoint(string Code, double Latitude, double Longitude, bool IsApproximate, int Land);
