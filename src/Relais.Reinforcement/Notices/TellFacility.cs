using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Messages;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Notices;

/// <summary>Finds who manages the establishment and tells each.</summary>
internal sealed record TellFacility(Guid NeedId, FacilityNews News) : IJob
{
    public static string Kind => "tell-facility";

    internal sealed class Handler(RelaisDb db, IFacilities facilities, IRoles roles, Outbox outbox) : IJobHandler<TellFacility>
    {
        public async Task HandleAsync(TellFacility job, CancellationToken cancellation)
        {
            var id = new NeedId(job.NeedId);
            var need = await db.Set<Need>().AsNoTracking().SingleAsync(n => n.Id == id, cancellation);
            foreach (var person in await facilities.ManagersOfAsync(roles, need.Finess, cancellation))
            {
                outbox.Add(person.Value, new NewsOfNeed(need.Id.Value, job.News), new MessageSubject("need", need.Id.Value));
            }

            await db.SaveChangesAsync(cancellation);
        }
    }
}
