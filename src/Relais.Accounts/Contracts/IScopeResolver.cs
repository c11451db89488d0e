namespace Relais.Accounts.Contracts;

/// <summary>What the room of territories knows of places. Without it a territory covers nothing but itself.</summary>
public interface IScopeResolver
{
    ValueTask<bool> CommuneLiesInAsync(string commune, string territory, CancellationToken cancellation);

    ValueTask<bool> FacilityLiesInAsync(string finess, string territory, CancellationToken cancellation);

    ValueTask<bool> TerritoryLiesInAsync(string inner, string outer, CancellationToken cancellation);

    /// <summary>The communes of today that lie in a territory among these scopes: to show in a list only what lies in them.</summary>
    ValueTask<IReadOnlySet<string>> CommunesOfAsync(IEnumerable<Scope> scopes, CancellationToken cancellation);

    /// <summary>True when <paramref name="site"/> belongs to the legal entity <paramref name="entity"/>.</summary>
    ValueTask<bool> IsSiteOfAsync(string site, string entity, CancellationToken cancellation);

    /// <summary>What a territory is called on screen.</summary>
    ValueTask<string?> NameOfTerritoryAsync(string territory, CancellationToken cancellation);

    /// <summary>What a facility is called on screen.</summary>
    ValueTask<string?> NameOfFacilityAsync(string finess, CancellationToken cancellation);
}
