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

    internal sealed class Handler(RelaisDb db, PlaceKeeper places, IMissions missions, Notifying notifying, TimeProvider clock) : IJobHandler<SettlePlace>
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
                await missions.OpenAsync(assignment.Mission(need), cancellation);
                var settled = await db.Set<Assignment>().CountAsync(a => a.NeedId == need.Id && a.ReleasedAt == null && a.SettledAt != null, cancellation);
                if (need.State is NeedState.Open && settled == need.HeadCount)
                {
                    need.State = NeedState.Filled;
                    need.EndedAt = clock.GetUtcNow();
                    need.NextWaveAt = null;
                    notifying.FacilityOf(need, FacilityNews.Filled);
                    await EndOthersAsync(need, cancellation);
                }
            },
            cancellation);

        private async Task EndOthersAsync(Need need, CancellationToken cancellation)
        {
            var others = await db.Set<Offer>()
                .Where(o => o.NeedId == need.Id && (o.State == OfferState.Waiting || o.State == OfferState.Candidate || o.State == OfferState.Standby))
                .ToListAsync(cancellation);
            foreach (var offer in others)
            {
                offer.Outcome = offer.State is OfferState.Candidate ? OfferOutcome.NotChosen : OfferOutcome.Filled;
                offer.State = OfferState.Ended;
                notifying.HowItEnded(offer);
            }
        }
    }
}
