using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Offers;

/// <summary>
/// A person whose two dossiers were made one may have been asked twice about one need, once by each. One of the two offers
/// stands; the links, messages and calls of the other lead to it.
/// </summary>
internal sealed class StandingOffers(RelaisDb db, IPeople people)
{
    /// <returns>The offer that stands for this one, often itself, to be read; nothing when there is no such offer.</returns>
    public async Task<Offer?> FindAsync(OfferId id, CancellationToken cancellation)
    {
        if (await db.Set<Offer>().AsNoTracking().SingleOrDefaultAsync(offer => offer.Id == id, cancellation) is not { } asked)
        {
            return null;
        }

        var today = await people.FollowAsync(asked.PersonId, cancellation);
        return today == asked.PersonId
            ? asked
            : await db.Set<Offer>().AsNoTracking().SingleOrDefaultAsync(offer => offer.NeedId == asked.NeedId && offer.PersonId == today, cancellation) ?? asked;
    }
}
