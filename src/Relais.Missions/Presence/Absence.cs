using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Notices;

namespace Relais.Missions.Presence;

/// <summary>
/// Who was expected has not come: the room that agreed on the mission looks for somebody else in the same instant. Both
/// rooms lock their rows; when a withdrawal crosses this, the engine stops one of the two and it runs again.
/// </summary>
internal sealed class Absence(RelaisDb db, HeldMission held, IEnumerable<IPromiseRoom> rooms, Outbox outbox, JournalWriter journal, Words t, TimeProvider clock)
{
    public Task<MissionResult> TellAsync(MissionId id, CancellationToken cancellation) => held.ActAsync(
        id,
        async mission =>
        {
            if (mission.AbsentAt is not null)
            {
                return new MissionResult.Done();
            }

            if (Refuse(mission) is { } refusal)
            {
                return refusal;
            }

            if (await db.Set<WorkedHours>().AnyAsync(hours => hours.MissionId == id && hours.AgreedAt != null, cancellation))
            {
                return new MissionResult.Refused("hours_agreed", t["Les heures sont déjà validées des deux côtés : elles ne changent plus."]);
            }

            mission.Miss(clock.GetUtcNow());
            journal.Record("mission.absent", "mission", mission.Id.Value);
            outbox.Add(mission.PersonId.Value, new NotedAbsent(mission.Id.Value), MissionNews.About(mission));
            return new MissionResult.Done(RoomOf(mission) is { } room ? await room.ReplaceAsync(mission.Origin, cancellation) : null);
        },
        cancellation);

    public Task<MissionResult> TakeBackAsync(MissionId id, CancellationToken cancellation) => held.ActAsync(
        id,
        async mission =>
        {
            if (mission.AbsentAt is null)
            {
                return new MissionResult.Done();
            }

            if (RoomOf(mission) is { } room && !await room.TakeBackAsync(mission.Origin, cancellation))
            {
                return new MissionResult.Refused("place_given", t["Une autre personne a pris cette place entre-temps."]);
            }

            mission.ComeAfterAll(clock.GetUtcNow());
            journal.Record("mission.came-after-all", "mission", mission.Id.Value);
            return new MissionResult.Done();
        },
        cancellation);

    /// <summary>The person had told, or could not help it; said again, it is taken back.</summary>
    public Task<MissionResult> ExcuseAsync(MissionId id, bool isExcused, CancellationToken cancellation) => held.ActAsync(
        id,
        mission =>
        {
            if (mission.AbsentAt is null)
            {
                return Task.FromResult<MissionResult>(new MissionResult.Refused("not_absent", t["Aucune absence n’est notée."]));
            }

            mission.Excuse(isExcused ? clock.GetUtcNow() : null);
            journal.Record(isExcused ? "mission.absence-excused" : "mission.excuse-taken-back", "mission", id.Value);
            return Task.FromResult<MissionResult>(new MissionResult.Done());
        },
        cancellation);

    /// <summary>Whether the button is there.</summary>
    public bool IsTime(Mission mission) => Refuse(mission) is null;

    private MissionResult.Refused? Refuse(Mission mission)
    {
        return mission.CalledOffAt is not null ? new("called_off", t["Cette mission n’a plus lieu."])
            : mission.ArrivedAt is not null ? new("arrived", t["L’arrivée de cette personne est notée."])
            : clock.GetUtcNow() < mission.StartsAt - Arriving.Before ? new("too_early", t["L’absence se note à partir de deux heures avant la mission."])
            : null;
    }

    private IPromiseRoom? RoomOf(Mission mission) => rooms.SingleOrDefault(room => room.Room == mission.OriginRoom);
}
