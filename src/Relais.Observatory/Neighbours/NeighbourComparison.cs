using Relais.Documents;
using Relais.Kernel.Wording;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Neighbours;

/// <summary>One indicator of a territory and of those that touch it.</summary>
/// <param name="Rows">The territory itself first.</param>
internal sealed record NeighbourComparison(Indicator Indicator, IReadOnlyList<NeighbourFigure> Rows)
{
    /// <summary>As its address says it in <c>tableau</c>.</summary>
    public const string Table = "voisins";

    public static NeighbourComparison Of(Indicator indicator, Reading reading, string name, IReadOnlyList<CommuneIndex> ranks, IReadOnlyList<NeighbourTerritory> neighbours) => new(
        indicator,
        [
            new NeighbourFigure(name, Code: null, reading.Of(ranks)),
            .. neighbours.Select(one => new NeighbourFigure(one.Territory.Name, one.Territory.Code.Value, reading.Of(one.Communes))),
        ]);

    public Sheet ToSheet(Words t) => Sheet.Of(
        t["Territoires voisins"],
        Rows,
        [
            (t["Territoire"], row => Cell.Of(row.Name)),
            (t["Code"], row => Cell.Of(row.Code)),
            ($"{Indicator.Name} ({Indicator.Unit})", row => t.CellOf(row.Figure, Indicator)),
            .. t.ProvenanceColumns().Select(column => (column.Name, (Func<NeighbourFigure, Cell>)(row => column.Cell(row.Figure)))),
        ]);
}

/// <param name="Code">Nothing for the territory that the others touch.</param>
internal sealed record NeighbourFigure(string Name, string? Code, Figure Figure);
