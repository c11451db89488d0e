using Relais.Accounts.Contracts;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Tells the rights what lies in what, today.</summary>
internal sealed class PlaceScopes(ITerritories territories, IFacilities facilities) : IScopeResolver
{
    public async ValueTask<bool> CommuneLiesInAsync(string commune, string territory, CancellationToken cancellation) =>
        await territories.ContainsAsync(TerritoryCode.Stored(territory), CommuneCode.Stored(commune), cancellation);

    public async ValueTask<bool> FacilityLiesInAsync(string finess, string territory, CancellationToken cancellation) =>
        await facilities.FindAsync(Finess.Stored(finess), cancellation) is { } facility
        && await CommuneLiesInAsync(facility.Commune.Value, territory, cancellation);

    /// <summary>A territory lies in another when all its communes do.</summary>
    public async ValueTask<bool> TerritoryLiesInAsync(string inner, string outer, CancellationToken cancellation)
    {
        var within = await territories.CommunesOfAsync([TerritoryCode.Stored(inner)], cancellation);
        return within.Count > 0 && !within.Except(await territories.CommunesOfAsync([TerritoryCode.Stored(outer)], cancellation)).Any();
    }

    public async ValueTask<IReadOnlySet<string>> CommunesOfAsync(IEnumerable<Scope> scopes, CancellationToken cancellation) =>
        (await territories.CommunesOfAsync([.. scopes.OfType<Scope.Territory>().Select(scope => TerritoryCode.Stored(scope.Code))], cancellation)).Select(commune => commune.Value).ToHashSet(StringComparer.Ordinal);

    public async ValueTask<bool> IsSiteOfAsync(string site, string entity, CancellationToken cancellation) =>
        await facilities.FindAsync(Finess.Stored(site), cancellation) is { } facility && facility.Entity.Value == entity;

    public async ValueTask<string?> NameOfTerritoryAsync(string territory, CancellationToken cancellation) =>
        (await territories.FindAsync(TerritoryCode.Stored(territory), cancellation))?.Name;

    public async ValueTask<string?> NameOfFacilityAsync(string finess, CancellationToken cancellation) =>
        (await facilities.FindAsync(Finess.Stored(finess), cancellation))?.Name;
}
