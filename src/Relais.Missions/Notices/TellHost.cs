using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Missions.Contracts;
using Relais.Missions.Life;
using Relais.Territory.Contracts;

namespace Relais.Missions.Notices;

/// <summary>Finds who manages the establishment and tells each that hours wait for their word.</summary>
internal sealed record TellHost(Guid MissionId, int Round) : IJob
{
    public static string Kind => "tell-host";

    internal sealed class Handler(RelaisDb db, IFacilities facilities, IRoles roles, Outbox outbox) : IJobHandler<TellHost>
    {
        public async Task HandleAsync(TellHost job, CancellationToken cancellation)
        {
            var id = new MissionId(job.MissionId);
            var mission = await db.Set<Mission>().AsNoTracking().SingleAsync(known => known.Id == id, cancellation);
            foreach (var person in await facilities.ManagersOfAsync(roles, mission.Finess, cancellation))
            {
                outbox.Add(person.Value, new HoursToCheck(mission.Id.Value, job.Round), MissionNews.About(mission), onceKey: $"{mission.Id}/{job.Round}");
            }

            await db.SaveChangesAsync(cancellation);
        }
    }
}
