using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Answers;

/// <summary>The time to take a yes back is over: the place is settled, and the others are told when it was the last.</summary>
internal sealed record SettlePlace(Guid AssignmentId) : IJob
{
    public static string Kind => "settle-place";

    internal sealed class Handler(RelaisDb db, PlaceKeeper places, IMissions missions, Settling settling, Notifying notifying, TimeProvider clock) : IJobHandler<SettlePlace>
    {
        public Task HandleAsync(SettlePlace job, CancellationToken cancellation) => db.InTransactionAsync(
            async () =>
            {
                if (await db.Set<Assignment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == job.AssignmentId, cancellation) is not { } known)
                {
                    return;
                }

                await places.LockAsync(known.NeedId, cancellation);
                var assignment = await db.Set<Assignment>().SingleAsync(a => a.Id == job.AssignmentId, cancellation);
                if (assignment.ReleasedAt is not null || assignment.SettledAt is not null)
                {
                    return;
                }

                assignment.SettledAt = clock.GetUtcNow();
                await db.SaveChangesAsync(cancellation);
                notifying.Confirmed(assignment);

                var need = await db.Set<Need>().SingleAsync(n => n.Id == known.NeedId, cancellation);
                var offer = await db.Set<Offer>().SingleAsync(o => o.Id == known.OfferId, cancellation);
                await missions.OpenAsync(assignment.Mission(need, offer), cancellation);
                await settling.FillAsync(need, cancellation);
            },
            cancellation);
    }
}
