using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Notices;

/// <summary>What every letter about a mission starts from: the mission as it is at the moment of sending.</summary>
internal sealed class MissionNews(RelaisDb db, IFacilities facilities, MissionLinks links, PublicAddress address, HoursText hours, Words t)
{
    public static MessageSubject About(Mission mission) => new("mission", mission.Id.Value);

    public async Task<MissionFact?> FindAsync(Guid missionId, CancellationToken cancellation)
    {
        var id = new MissionId(missionId);
        if (await db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellation) is not { CalledOffAt: null } mission)
        {
            return null;
        }

        var facility = (await facilities.FindAsync(mission.Finess, cancellation))?.Name ?? mission.Finess.Printed;
        var when = hours.Say(mission.StartsAt, mission.EndsAt, mission.TimeZone);
        return new MissionFact(mission, $"{t[mission.Task].Value}, {facility}, {when}", address.Of(await links.PathAsync(mission, cancellation)));
    }
}

/// <param name="Short">One line: what, where, when.</param>
internal sealed record MissionFact(Mission Mission, string Short, Uri Link);
