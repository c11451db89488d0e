using Relais.Accounts.Contracts;
using Relais.Kernel.Wording;

namespace Relais.Reinforcement.Coordination;

/// <summary>Where the current user coordinates, to be chosen from.</summary>
internal sealed class CoordinatedPlaces(IScopeResolver territories, ICurrentUser user, Words t)
{
    /// <returns>As roles say it (<c>territory:DEP-29</c>), and as it is called.</returns>
    public async Task<IReadOnlyList<(string Scope, string Name)>> ListAsync(CancellationToken cancellation)
    {
        var places = new List<(string Scope, string Name)>();
        foreach (var scope in user.ScopesOf(Role.Coordinator, Role.NationalCrisisCentre))
        {
            var name = scope is Scope.Territory territory ? await territories.NameOfTerritoryAsync(territory.Code, cancellation) ?? territory.Code : t["France"].Value;
            places.Add((scope.ToString(), name));
        }

        return places;
    }
}
