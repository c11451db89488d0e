using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Answers;

/// <summary>Once every place is settled the need is filled, and those who were still asked are told. Call it with the need's row locked.</summary>
internal sealed class Settling(RelaisDb db, Notifying notifying, TimeProvider clock)
{
    public async Task FillAsync(Need need, CancellationToken cancellation)
    {
        var settled = await db.Set<Assignment>().CountAsync(a => a.NeedId == need.Id && a.ReleasedAt == null && a.SettledAt != null, cancellation);
        if (need.State is not NeedState.Open || settled != need.HeadCount)
        {
            return;
        }

        need.State = NeedState.Filled;
        need.EndedAt = clock.GetUtcNow();
        need.NextWaveAt = null;
        notifying.FacilityOf(need, FacilityNews.Filled);
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
