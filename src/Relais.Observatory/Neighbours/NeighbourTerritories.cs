using Relais.Kernel.Identifiers;
using Relais.Observatory.Selection;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Neighbours;

/// <summary>
/// The territories of the same kind that touch one: to an intercommunality the intercommunalities around it, to a department the
/// departments, to a region the regions; to any other set the intercommunalities that touch it and lie wholly outside.
/// </summary>
internal sealed class NeighbourTerritories(NeighbourBook neighbours, ITerritories territories, ICommunes communes)
{
    /// <summary>More make a table that nobody compares; the most populous stay.</summary>
    private const int Most = 15;

    /// <returns>By name; none for what touches nothing, such as an island or the whole country.</returns>
    public async Task<IReadOnlyList<NeighbourTerritory>> OfAsync(ChosenTerritory chosen, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var people = await communes.PeopleAsync(PopulationCount.Reference, cancellation);
        var around = (await neighbours.ReadAsync(cancellation)).Around(chosen.Communes);
        var codeOf = KindOf(chosen);
        var touching = around.Select(codeOf).OfType<TerritoryCode>().ToHashSet();
        touching.ExceptWith(chosen.Communes.Select(codeOf).OfType<TerritoryCode>());

        var groups = table.All.Select(commune => (Commune: commune, Code: codeOf(commune))).Where(one => one.Code is not null && touching.Contains(one.Code))
            .GroupBy(one => one.Code!, one => one.Commune.Index)
            .OrderByDescending(group => group.Sum(commune => (long)(people.People[commune.Value] ?? 0))).Take(Most)
            .ToDictionary(group => group.Key, group => group.ToList());
        var found = (await territories.FindAllAsync(groups.Keys, cancellation)).Select(territory => new NeighbourTerritory(territory, groups[territory.Code]));
        return [.. found.OrderBy(one => one.Territory.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The territory that a commune lies in, of the kind to compare with.</summary>
    private static Func<Commune, TerritoryCode?> KindOf(ChosenTerritory chosen) => chosen switch
    {
        { Set.IsWhole: true, Codes: [{ Kind: TerritoryKind.Region }] } => commune => TerritoryCode.OfRegion(commune.Region),
        { Set.IsWhole: true, Codes: [{ Kind: TerritoryKind.Department }] } => commune => TerritoryCode.OfDepartment(commune.Department),
        _ => commune => commune.Epci is { } epci ? TerritoryCode.OfEpci(epci) : null,
    };
}

/// <param name="Communes">All its communes.</param>
internal sealed record NeighbourTerritory(TerritorySummary Territory, IReadOnlyList<CommuneIndex> Communes);
