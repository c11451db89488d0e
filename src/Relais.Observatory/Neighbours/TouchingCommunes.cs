using Relais.Cartography;
using Relais.Cartography.Neighbours;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Neighbours;

/// <summary>The communes that touch one another; between two that have contours the contours tell, else the cells.</summary>
internal sealed class TouchingCommunes
{
    private readonly IReadOnlyList<Commune>[] _of;

    public TouchingCommunes(CommuneTable table, CommuneNeighbours cells, (MapLayer Layer, CommuneNeighbours Touching)? contours)
    {
        _of = new IReadOnlyList<Commune>[table.Count];
        foreach (var commune in table.All)
        {
            var code = commune.Code.Value;
            var hasContour = contours?.Layer.Has(code) is true;
            var found = cells[code].Where(other => !hasContour || contours?.Layer.Has(other) is not true);
            _of[commune.Index.Value] = [.. found.Union(contours?.Touching[code] ?? [], StringComparer.Ordinal).Select(other => table.Find(CommuneCode.Stored(other))).OfType<Commune>()];
        }
    }

    public IReadOnlyList<Commune> this[Commune commune] => _of[commune.Index.Value];

    /// <summary>The communes outside the set that touch it, by name.</summary>
    public IReadOnlyList<Commune> Around(IReadOnlyCollection<Commune> set)
    {
        var inside = set.Select(commune => commune.Index).ToHashSet();
        return
        [
            .. set.SelectMany(commune => this[commune]).Where(commune => !inside.Contains(commune.Index)).DistinctBy(commune => commune.Index)
                .OrderBy(commune => commune.Name, StringComparer.CurrentCulture),
        ];
    }
}
