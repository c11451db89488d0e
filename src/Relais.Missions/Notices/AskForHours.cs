using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Missions.Contracts;
using Relais.Missions.Life;

namespace Relais.Missions.Notices;

/// <summary>The mission is over: its person is asked for the hours, unless they are told already or the terms have changed since.</summary>
internal sealed record AskForHours(Guid MissionId, int Revision) : IJob
{
    public static string Kind => "ask-for-hours";

    internal sealed class Handler(RelaisDb db, Outbox outbox) : IJobHandler<AskForHours>
    {
        public async Task HandleAsync(AskForHours job, CancellationToken cancellation)
        {
            var id = new MissionId(job.MissionId);
            if (await db.Set<Mission>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellation) is { CalledOffAt: null } mission
                && mission.Revision == job.Revision)
            {
                outbox.Add(mission.PersonId.Value, new YourHours(mission.Id.Value), MissionNews.About(mission), onceKey: $"{mission.Id}/{mission.Revision}");
                await db.SaveChangesAsync(cancellation);
            }
        }
    }
}
