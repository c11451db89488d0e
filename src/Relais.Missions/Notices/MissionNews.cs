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

    /// <returns>Nothing for a mission that no longer takes place.</returns>
    public async Task<MissionFact?> FindAsync(Guid missionId, CancellationToken cancellation) =>
        await ReadAsync(missionId, cancellation) is { CalledOffAt: null } mission ? await AboutAsync(mission, cancellation) : null;

    public async Task<MissionFact?> FindCalledOffAsync(Guid missionId, CancellationToken cancellation) =>
        await ReadAsync(missionId, cancellation) is { CalledOffAt: not null } mission ? await AboutAsync(mission, cancellation) : null;

    private Task<Mission?> ReadAsync(Guid missionId, CancellationToken cancellation)
    {
        var id = new MissionId(missionId);
        return db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellation);
    }

    private async Task<MissionFact> AboutAsync(Mission mission, CancellationToken cancellation)
    {
        var facility = (await facilities.FindAsync(mission.Finess, cancellation))?.Name ?? mission.Finess.Printed;
        var when = hours.Say(mission.StartsAt, mission.EndsAt, mission.TimeZone);
        return new MissionFact(mission, $"{t[mission.Task].Value}, {facility}, {when}", address.Of(await links.PathAsync(mission, cancellation)));
    }
}

/// <param name="Short">One line: what, where, when.</param>
internal sealed record MissionFact(Mission Mission, string Short, Uri Link);
