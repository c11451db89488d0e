using System.Collections.Frozen;
using Relais.Accounts.Contracts;

namespace Relais.Accounts.Rights;

/// <summary>Stands in until a room knows places: nothing lies in anything, so nothing is granted by territory.</summary>
internal sealed class NoPlaces : IScopeResolver
{
    public ValueTask<bool> CommuneLiesInAsync(string commune, string territory, CancellationToken cancellation) => new(false);

    public ValueTask<bool> FacilityLiesInAsync(string finess, string territory, CancellationToken cancellation) => new(false);

    public ValueTask<bool> TerritoryLiesInAsync(string inner, string outer, CancellationToken cancellation) => new(false);

    public ValueTask<IReadOnlySet<string>> CommunesOfAsync(IEnumerable<Scope> scopes, CancellationToken cancellation) =>
        new(FrozenSet<string>.Empty);

    public ValueTask<bool> IsSiteOfAsync(string site, string entity, CancellationToken cancellation) => new(false);

    public ValueTask<string?> NameOfTerritoryAsync(string territory, CancellationToken cancellation) => new((string?)null);

    public ValueTask<string?> NameOfFacilityAsync(string finess, CancellationToken cancellation) => new((string?)null);
}
