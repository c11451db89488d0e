using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Doors;

/// <summary>To the hours that an establishment has to agree to.</summary>
internal sealed class PresenceDoors(RelaisDb db, ICurrentUser user, IFacilities facilities, Words t) : IDoors
{
    private const int Order = 12;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        var mine = await facilities.ManagedByAsync(user, cancellation);
        if (mine.Count is 0)
        {
            return [];
        }

        var waiting = await db.Set<WorkedHours>().Where(told => told.AgreedAt == null && told.ToldBy == Side.Person)
            .Join(db.Set<Mission>().Where(mission => mine.Contains(mission.Finess)), told => told.MissionId, mission => mission.Id, (_, mission) => mission.Finess)
            .GroupBy(finess => finess).Select(group => new { Finess = group.Key, Count = group.Count() }).OrderBy(line => line.Finess)
            .ToListAsync(cancellation);
        return waiting.ConvertAll(line => new Door(
            t["Heures à valider"], t.Count(line.Count, "{0} personne attend que vous validiez ses heures.", "{0} personnes attendent que vous validiez leurs heures."),
            $"/etablissements/{line.Finess}/presences", Order) { IsPressing = true });
    }
}
