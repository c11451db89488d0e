using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Missions.Hours;
using Relais.Missions.Life;

namespace Relais.Missions.Doors;

/// <summary>To the hours that a person has to tell or confirm, and to what comes next.</summary>
internal sealed class MyMissionDoors(RelaisDb db, ICurrentUser user, HoursText hours, Words t, TimeProvider clock) : IDoors
{
    private const int Order = 11;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!user.Has(Role.Volunteer))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var mine = db.Set<Mission>().AsNoTracking().Where(mission => mission.PersonId == user.Person && mission.CalledOffAt == null);
        var toTell = await mine.CountAsync(
            mission => mission.EndsAt <= now
                && !db.Set<WorkedHours>().Any(told => told.MissionId == mission.Id && (told.AgreedAt != null || told.ToldBy == Side.Person)),
            cancellation);
        var next = await mine.Where(mission => mission.EndsAt > now).OrderBy(mission => mission.StartsAt).FirstOrDefaultAsync(cancellation);
        return (toTell, next) switch
        {
            ( > 0, _) => [Door(t.Count(toTell, "{0} mission attend vos heures.", "{0} missions attendent vos heures.")) with { IsPressing = true }],
            (_, not null) => [Door(t["Prochaine : {0}.", hours.Say(next.StartsAt, next.EndsAt, next.TimeZone)])],
            _ => [],
        };
    }

    private Door Door(string text) => new(t["Mes missions"], text, "/mes-missions", Order);
}
