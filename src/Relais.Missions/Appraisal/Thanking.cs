using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Contracts;
using Relais.Missions.Hours;
using Relais.Missions.Life;
using Relais.Missions.Notices;

namespace Relais.Missions.Appraisal;

/// <summary>One tap says thank you; a sentence can be added, or the whole taken back. The person is told once.</summary>
internal sealed class Thanking(RelaisDb db, HeldMission held, Outbox outbox, JournalWriter journal, Words t, TimeProvider clock)
{
    public Task<MissionResult> GiveAsync(MissionId id, string words, CancellationToken cancellation) => held.ActAsync(
        id,
        async mission =>
        {
            if (!await db.Set<WorkedHours>().AnyAsync(hours => hours.MissionId == id && hours.AgreedAt != null, cancellation))
            {
                return new MissionResult.Refused("hours_not_agreed", t["Validez d’abord les heures : le merci part avec elles."]);
            }

            if (await db.Set<Thanks>().SingleOrDefaultAsync(known => known.MissionId == id, cancellation) is { } given)
            {
                given.Words = words;
                return new MissionResult.Done();
            }

            db.Add(new Thanks { MissionId = id, Words = words, GivenAt = clock.GetUtcNow() });
            journal.Record("thanks.given", "mission", id.Value);
            outbox.Add(mission.PersonId.Value, new ThanksGiven(id.Value), MissionNews.About(mission), onceKey: $"{id}");
            return new MissionResult.Done();
        },
        cancellation);

    public Task<MissionResult> TakeBackAsync(MissionId id, CancellationToken cancellation) => held.ActAsync(
        id,
        async _ =>
        {
            if (await db.Set<Thanks>().SingleOrDefaultAsync(known => known.MissionId == id, cancellation) is { } given)
            {
                db.Remove(given);
                journal.Record("thanks.taken-back", "mission", id.Value);
            }

            return new MissionResult.Done();
        },
        cancellation);
}
