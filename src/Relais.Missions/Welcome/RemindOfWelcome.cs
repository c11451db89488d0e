using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Missions.Notices;
using Relais.Territory.Contracts;

namespace Relais.Missions.Welcome;

/// <summary>Somebody comes soon: those who manage the establishment hear of what is not ready, if anything is not.</summary>
internal sealed record RemindOfWelcome(Guid MissionId, int Revision) : IJob
{
    public static string Kind => "remind-of-welcome";

    internal sealed class Handler(RelaisDb db, WelcomeBook book, IFacilities facilities, IRoles roles, Outbox outbox) : IJobHandler<RemindOfWelcome>
    {
        public async Task HandleAsync(RemindOfWelcome job, CancellationToken cancellation)
        {
            var id = new MissionId(job.MissionId);
            var mission = await db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellation);
            if (mission is not { CalledOffAt: null } || mission.Revision != job.Revision
                || await book.OfAsync(mission, cancellation) is not { Lines.Count: > 0, IsComplete: false })
            {
                return;
            }

            foreach (var person in await facilities.ManagersOfAsync(roles, mission.Finess, cancellation))
            {
                outbox.Add(person.Value, new WelcomeNotReady(mission.Id.Value), MissionNews.About(mission), onceKey: $"{mission.Id}/{mission.Revision}");
            }

            await db.SaveChangesAsync(cancellation);
        }
    }
}
