using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Reference;

/// <summary>Brings regions, departments and EPCI up to date: what did not change keeps its version.</summary>
internal sealed class TerritoryRows(RelaisDb db, France france)
{
    private static readonly TerritoryKind[] DrawnByLaw = [TerritoryKind.Region, TerritoryKind.Department, TerritoryKind.Epci];

    private readonly DateOnly _from = ReferenceSources.InForceFrom(france);
    private readonly string _source = ReferenceSources.Division(france);

    /// <returns>How many versions were written.</returns>
    public async Task<int> UpdateAsync(CancellationToken cancellation)
    {
        var known = await ReadKnownAsync(cancellation);
        var drawn = Draw().ToList();
        var changed = drawn.Where(territory => !known.TryGetValue(territory.Code.Value, out var version) || !version.IsSameAs(territory)).ToList();

        await CloseAsync(
            [
                .. changed.Select(territory => known.GetValueOrDefault(territory.Code.Value)).OfType<KnownVersion>(),
                .. known.Values.ExceptBy(drawn.Select(territory => territory.Code.Value), version => version.Code.Value),
            ],
            cancellation);
        await AddAsync(changed, cancellation);
        return changed.Count;
    }

    private IEnumerable<NewTerritory> Draw()
    {
        var byRegion = france.Communes.ToLookup(commune => commune.Region, commune => CommuneCode.Stored(commune.Code), StringComparer.Ordinal);
        var byDepartment = france.Communes.ToLookup(commune => commune.Department, commune => CommuneCode.Stored(commune.Code), StringComparer.Ordinal);

        return
        [
            .. france.Regions.Select(region => New(TerritoryCode.OfRegion(region.Code), TerritoryKind.Region, region.Name, byRegion[region.Code])),
            .. france.Departments.Select(department => New(
                TerritoryCode.OfDepartment(department.Code), TerritoryKind.Department, department.Name, byDepartment[department.Code])),
            .. france.Epci.Select(epci => New(
                TerritoryCode.OfEpci(Siren.Stored(epci.Code)), TerritoryKind.Epci, epci.Name, epci.Members.Select(member => CommuneCode.Stored(member.Code)))),
        ];
    }

    private NewTerritory New(TerritoryCode code, TerritoryKind kind, string name, IEnumerable<CommuneCode> communes) =>
        new(code, kind, name, [.. communes], _from, _source);

    private async Task<Dictionary<string, KnownVersion>> ReadKnownAsync(CancellationToken cancellation)
    {
        var versions = await db.Set<TerritoryVersion>().AsNoTracking()
            .Where(version => version.ValidTo == null && DrawnByLaw.Contains(version.Kind))
            .ToListAsync(cancellation);
        if (versions.Count is 0)
        {
            return [];
        }

        var members = (await db.Set<TerritoryCommune>().AsNoTracking().ToListAsync(cancellation)).ToLookup(member => member.VersionId);
        return versions.ToDictionary(
            version => version.Code.Value,
            version => new KnownVersion(version.Id, version.Code, version.Name, version.ValidFrom, [.. members[version.Id].Select(member => member.CommuneCode)]),
            StringComparer.Ordinal);
    }

    /// <summary>A version of the very day is a correction: it gives way altogether, since it held for no day.</summary>
    private async Task CloseAsync(IReadOnlyList<KnownVersion> versions, CancellationToken cancellation)
    {
        var corrected = versions.Where(version => version.ValidFrom >= _from).Select(version => version.Id).ToList();
        var ended = versions.Where(version => version.ValidFrom < _from).Select(version => version.Id).ToList();

        await db.Set<TerritoryCommune>().Where(member => corrected.Contains(member.VersionId)).ExecuteDeleteAsync(cancellation);
        await db.Set<TerritoryVersion>().Where(version => corrected.Contains(version.Id)).ExecuteDeleteAsync(cancellation);
        await db.Set<TerritoryVersion>().Where(version => ended.Contains(version.Id))
            .ExecuteUpdateAsync(update => update.SetProperty(version => version.ValidTo, _from), cancellation);
    }

    private async Task AddAsync(IReadOnlyList<NewTerritory> territories, CancellationToken cancellation)
    {
        var versions = territories.Select(territory => (Id: Guid.CreateVersion7(), territory)).ToList();

        await db.BulkInsertAsync(
            "territory_version",
            ["id", "code", "kind", "name", "valid_from", "source"],
            versions.Select(version => new object?[]
            {
                version.Id, version.territory.Code.Value, version.territory.Kind.ToString(), version.territory.Name, version.territory.ValidFrom, version.territory.Source,
            }),
            cancellation);
        await db.BulkInsertAsync(
            "territory_commune",
            ["version_id", "commune_code"],
            versions.SelectMany(version => version.territory.Communes.Select(commune => new object?[] { version.Id, commune.Value })),
            cancellation);
    }

    private sealed record KnownVersion(Guid Id, TerritoryCode Code, string Name, DateOnly ValidFrom, HashSet<CommuneCode> Communes)
    {
        public bool IsSameAs(NewTerritory territory) => Name == territory.Name && Communes.SetEquals(territory.Communes);
    }
}
