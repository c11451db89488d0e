using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;

namespace Relais.Territory.Territories;

/// <summary>To the figures of a territory, for those who answer for one.</summary>
internal sealed class TerritoryDoor(ICurrentUser user, Words t) : IDoors
{
    private const int Order = 50;

    public Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Door>>(
        user.Has(Role.Planner) || user.Has(Role.ElectedOfficial) || user.Has(Role.Coordinator)
            ? [new Door(t["Territoires"], t["Qui vit où, avec la source et la date de chaque chiffre."], "/territoires", Order)]
            : []);
}
