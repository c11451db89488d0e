using System.Collections.Concurrent;
using Relais.Cartography.Drawing;
using Relais.Observatory.Contours;
using Relais.Observatory.Datasets;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Maps;

/// <summary>A territory whose lines are drawn.</summary>
/// <param name="Contours">The limits that were imported; nothing when they are approximate.</param>
internal sealed record TerritoryMap(PreparedMap Lines, Dataset? Contours);

/// <summary>Prepares the drawing of a territory once; each indicator only colours it.</summary>
internal sealed class MapBook(ICommunes communes, ContourBook contours, MapBook.Kept kept)
{
    /// <summary>A map of more communes is a smudge, and weighs too much for a phone: the regions have fewer.</summary>
    public const int MostCommunes = 6_000;

    private const int MostKept = 300;
    private const int MostLabels = 14;

    /// <returns>Nothing for a set that is too wide to be drawn.</returns>
    public async ValueTask<TerritoryMap?> FindAsync(ChosenTerritory chosen, CancellationToken cancellation)
    {
        if (chosen.Communes.Count > MostCommunes)
        {
            return null;
        }

        var table = await communes.GetAsync(cancellation);
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        var imported = await contours.FindAsync(cancellation);
        if (kept.Maps.Count > MostKept)
        {
            kept.Maps.Clear();
        }

        return kept.Maps.GetOrAdd((table, $"{chosen.Key} {chosen.Fingerprint}", imported?.Dataset.Id), _ => new Lazy<TerritoryMap>(() => Prepare(chosen, table, people, imported))).Value;
    }

    private static TerritoryMap Prepare(ChosenTerritory chosen, CommuneTable table, CommunePeople people, ImportedContours? imported)
    {
        var codes = chosen.Communes.Select(commune => commune.Code.Value).ToHashSet(StringComparer.Ordinal);
        var (layer, contours) = CommuneShapes.Of(codes, table, imported);
        var prepared = PreparedMap.Prepare(new MapRequest(layer, codes)
        {
            Outlines = [.. OutlinesOf(chosen)],
            Labels = [.. chosen.Communes.OrderByDescending(commune => people.People[commune.Index.Value] ?? 0).Take(MostLabels).Where(commune => commune.Point is not null).Select(LabelOf)],
        });
        return new TerritoryMap(prepared, contours);
    }

    private static MapLabel LabelOf(Commune commune) => new(commune.Name, commune.Point!.Value.Latitude, commune.Point.Value.Longitude);

    /// <summary>The departments of a region, the intercommunalities of a smaller set.</summary>
    private static IEnumerable<MapOutline> OutlinesOf(ChosenTerritory chosen)
    {
        var departments = chosen.Communes.GroupBy(commune => commune.Department, StringComparer.Ordinal).ToList();
        return departments.Count > 1 && chosen.Codes.Count is 1
            ? departments.Select(group => new MapOutline([.. group.Select(commune => commune.Code.Value)], IsStrong: false))
            : chosen.Communes.GroupBy(commune => commune.Epci).Where(group => group.Key is not null)
                .Select(group => new MapOutline([.. group.Select(commune => commune.Code.Value)], IsStrong: chosen is { Codes.Count: > 1, Set.IsWhole: true }));
    }

    /// <summary>What was drawn, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(CommuneTable Table, string Territory, Guid? Contours), Lazy<TerritoryMap>> Maps { get; } = new();
    }
}
