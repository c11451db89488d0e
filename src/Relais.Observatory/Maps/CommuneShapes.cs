using Relais.Cartography;
using Relais.Cartography.Cells;
using Relais.Observatory.Contours;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Maps;

/// <summary>The shapes of some communes: contours where they hold every one of them; else cells, so that none is lost.</summary>
internal static class CommuneShapes
{
    /// <returns>The shapes, and the contours that they are; nothing when they are approximate.</returns>
    public static (MapLayer Layer, Dataset? Contours) Of(IReadOnlySet<string> codes, CommuneTable table, ImportedContours? imported) =>
        imported is not null && codes.All(imported.Layer.Has)
            ? (imported.Layer, imported.Dataset)
            : (CellLayer.Draw(PointsOf(table), codes), null);

    /// <summary>What cells are drawn around: the communes that have a point.</summary>
    public static IReadOnlyList<CommunePoint> PointsOf(CommuneTable table) =>
    [
        .. table.All.Where(commune => commune.Point is not null).Select(commune => new CommunePoint(
            commune.Code.Value, commune.Point!.Value.Latitude, commune.Point.Value.Longitude, commune.Quality > CoordinateQuality.SameName, table.Lands[commune.Index.Value])),
    ];
}
