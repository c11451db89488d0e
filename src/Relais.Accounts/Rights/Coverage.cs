using Relais.Accounts.Contracts;

namespace Relais.Accounts.Rights;

/// <summary>Whether a scope covers a resource.</summary>
internal sealed class Coverage(IScopeResolver places)
{
    public async ValueTask<bool> CoversAsync(Scope scope, Resource resource, CancellationToken cancellation) => scope switch
    {
        Scope.Self self => resource.Person == self.Person,
        Scope.Network network => resource.Network == network.Id,
        Scope.Facility facility => resource.Finess is { } finess
            && (finess == facility.Finess || await places.IsSiteOfAsync(finess, facility.Finess, cancellation)),
        Scope.Territory territory => await CoversAsync(territory.Code, resource, cancellation),
        _ => scope == Scope.National,
    };

    private async ValueTask<bool> CoversAsync(string territory, Resource resource, CancellationToken cancellation) =>
        (resource.Commune is { } commune && await places.CommuneLiesInAsync(commune, territory, cancellation))
        || (resource.Finess is { } finess && await places.FacilityLiesInAsync(finess, territory, cancellation))
        || (resource.Territory is { } inner && (inner == territory || await places.TerritoryLiesInAsync(inner, territory, cancellation)));
}
