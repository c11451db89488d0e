using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Needs;

/// <summary>The shift begins, or what is left of it is too short: nobody is asked any more, and those who did not answer are told so without reproach.</summary>
internal sealed record EndNeed(Guid NeedId, int Version) : IJob
{
    public static string Kind => "end-need";

    internal sealed class Handler(RelaisDb db, PlaceKeeper places, Notifying notifying, TimeProvider clock) : IJobHandler<EndNeed>
    {
        public Task HandleAsync(EndNeed job, CancellationToken cancellation) => db.InTransactionAsync(
            async () =>
            {
                var id = new NeedId(job.NeedId);
                await places.LockAsync(id, cancellation);
                var need = await db.Set<Need>().SingleAsync(n => n.Id == id, cancellation);
                if (need.State is not NeedState.Open || need.Version != job.Version || need.AsksUntil > clock.GetUtcNow())
                {
                    return;
                }

                need.State = NeedState.Closed;
                need.EndedAt = clock.GetUtcNow();
                need.NextWaveAt = null;
                var unanswered = await db.Set<Offer>()
                    .Where(o => o.NeedId == id && (o.State == OfferState.Waiting || o.State == OfferState.Candidate || o.State == OfferState.Standby))
                    .ToListAsync(cancellation);
                foreach (var offer in unanswered)
                {
                    offer.Outcome = offer.State is OfferState.Waiting ? OfferOutcome.Lapsed : OfferOutcome.NotChosen;
                    offer.State = OfferState.Ended;
                    notifying.HowItEnded(offer);
                }
            },
            cancellation);
    }
}
