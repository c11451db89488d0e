using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;
using Relais.Volunteers.When;

namespace Relais.Volunteers.OnDuty;

/// <summary>The switch on the first page.</summary>
internal sealed class OnDutyDoor(ICurrentUser user, RelaisDb db, Words t, TimeProvider clock) : IDoors
{
    private const int Order = 15;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!user.Has(Role.Volunteer)
            || await db.Set<Volunteer>().Where(volunteer => volunteer.PersonId == user.Person).Select(volunteer => new { volunteer.OnDutyUntil, volunteer.TimeZone })
                .SingleOrDefaultAsync(cancellation) is not { } known)
        {
            return [];
        }

        var isOn = known.OnDutyUntil > clock.GetUtcNow();
        return
        [
            new Door(
                t["Disponible maintenant"],
                isOn
                    ? t["Vous êtes disponible jusqu’à {0:H:mm}.", LocalDays.Local(known.OnDutyUntil!.Value, known.TimeZone).Time]
                    : t["Libre tout de suite ? Les besoins les plus proches vous sont proposés d’abord."],
                OnDutyPage.Address,
                Order)
            {
                Action = isOn ? new DoorAction(t["Je ne suis plus disponible"], OnDutyPage.Off) : new DoorAction(t["Je suis disponible"], OnDutyPage.On),
            },
        ];
    }
}
