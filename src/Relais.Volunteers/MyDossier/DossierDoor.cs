using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Wording;

namespace Relais.Volunteers.MyDossier;

/// <summary>To one's own dossier.</summary>
internal sealed class DossierDoor(ICurrentUser user, Words t) : IDoors
{
    private const int Order = 20;

    public Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Door>>(
        user.Has(Role.Volunteer)
            ? [new Door(t["Mes disponibilités"], t["Quand vous pouvez venir, et quand on ne vous demande rien."], When.AvailabilityPage.Address, Order), new Door(t["Mon dossier"], t["Votre métier, vos unités, vos zones, vos titres."], DossierPage.Home, Order)]
            : []);
}
