using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Offers;

internal static class LiveOffers
{
    /// <summary>Those that a change or the end of the need still concerns.</summary>
    public static Task<List<Offer>> LiveOffersAsync(this RelaisDb db, Need need, CancellationToken cancellation) => db.Set<Offer>()
        .Where(o => o.NeedId == need.Id && o.State != OfferState.Ended && o.State != OfferState.Declined && o.State != OfferState.Withdrawn)
        .ToListAsync(cancellation);
}
