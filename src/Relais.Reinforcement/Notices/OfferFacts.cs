using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Notices;

/// <summary>What every letter about an offer starts from: the offer and the need as they are at the moment of sending.</summary>
internal sealed class OfferFacts(RelaisDb db, OfferLinks links, NeedText text)
{
    public async Task<OfferFact?> FindAsync(Guid offerId, CancellationToken cancellation)
    {
        var id = new OfferId(offerId);
        if (await db.Set<Offer>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellation) is not { } offer)
        {
            return null;
        }

        var need = await db.Set<Need>().AsNoTracking().SingleAsync(n => n.Id == offer.NeedId, cancellation);
        return new OfferFact(offer, need, await text.SummaryAsync(need, cancellation), await links.ToAsync(offer, need, cancellation));
    }
}

internal sealed record OfferFact(Offer Offer, Need Need, NeedSummary Summary, Uri Link);
