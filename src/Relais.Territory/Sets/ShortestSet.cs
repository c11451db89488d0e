using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Sets;

/// <summary>Says a set of communes in few words, so that its address can be read, sent and kept.</summary>
internal static class ShortestSet
{
    public static TerritorySet Of(IReadOnlyCollection<CommuneCode> members, CommuneTable table)
    {
        var set = members.Select(table.Find).OfType<Commune>().ToHashSet();
        var left = set.ToHashSet();
        var territories = new List<TerritoryCode>();
        TakeWhole(table.All.GroupBy(commune => TerritoryCode.OfRegion(commune.Region)));
        TakeWhole(table.All.GroupBy(commune => TerritoryCode.OfDepartment(commune.Department)));

        var removed = new List<Commune>();
        foreach (var epci in table.All.Where(commune => commune.Epci is not null).GroupBy(commune => TerritoryCode.OfEpci(commune.Epci!)))
        {
            var missing = epci.Where(commune => !set.Contains(commune)).ToList();
            if (epci.Count(left.Contains) > missing.Count + 1)
            {
                territories.Add(epci.Key);
                removed.AddRange(missing);
                left.ExceptWith(epci);
            }
        }

        return new TerritorySet([.. territories.Select(code => new DatedTerritory(code, On: null))], Codes(left), Codes(removed));

        void TakeWhole(IEnumerable<IGrouping<TerritoryCode, Commune>> areas)
        {
            foreach (var area in areas.Where(area => area.All(left.Contains)))
            {
                territories.Add(area.Key);
                left.ExceptWith(area);
            }
        }
    }

    private static List<CommuneCode> Codes(IEnumerable<Commune> communes) => [.. communes.Select(commune => commune.Code).OrderBy(code => code.Value, StringComparer.Ordinal)];
}
