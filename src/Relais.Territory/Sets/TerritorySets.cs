using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Sets;

internal sealed class TerritorySets(ITerritories territories, ICommunes communes) : ITerritorySets
{
    public async Task<ReadTerritorySet?> ReadAsync(TerritorySet set, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var (added, removed) = (Today(set.Added, table), Today(set.Removed, table));
        if (added is null || removed is null)
        {
            return null;
        }

        var found = new Dictionary<DatedTerritory, TerritorySummary>();
        var members = new HashSet<CommuneCode>();
        foreach (var day in set.Territories.GroupBy(territory => territory.On))
        {
            var codes = day.Select(territory => territory.Code).ToList();
            foreach (var summary in await territories.FindAllAsync(codes, cancellation, day.Key))
            {
                found[new DatedTerritory(summary.Code, day.Key)] = summary;
            }

            members.UnionWith(await territories.CommunesOfAsync(codes, cancellation, day.Key));
        }

        if (found.Count < set.Territories.Count)
        {
            return null;
        }

        members.UnionWith(added);
        members.ExceptWith(removed);
        return new ReadTerritorySet(
            set with { Added = added, Removed = removed },
            [.. set.Territories.Select(territory => found[territory])],
            [.. members.Select(table.Find).OfType<Commune>().DistinctBy(commune => commune.Code).OrderBy(commune => commune.Code.Value, StringComparer.Ordinal)]);
    }

    public async Task<TerritorySet> ShortestAsync(IReadOnlyCollection<CommuneCode> members, CancellationToken cancellation) =>
        ShortestSet.Of(members, await communes.GetAsync(cancellation));

    private static List<CommuneCode>? Today(IReadOnlyList<CommuneCode> codes, CommuneTable table)
    {
        var found = codes.Select(table.Find).OfType<Commune>().Select(commune => commune.Code).Distinct().ToList();
        return codes.All(code => table.TryFind(code, out _)) ? found : null;
    }
}
