using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Design.Navigation;
using Relais.Kernel.Data;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Browse;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Doors;

/// <summary>To what a volunteer is asked and has promised.</summary>
internal sealed class OfferDoors(RelaisDb db, ICurrentUser user, Words t, TimeProvider clock) : IDoors
{
    private const int Order = 10;

    public async Task<IReadOnlyList<Door>> ForAsync(CancellationToken cancellation)
    {
        if (!user.Has(Role.Volunteer))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var states = await db.Set<Offer>().AsNoTracking().Where(offer => offer.PersonId == user.Person)
            .Join(db.Set<Need>().Where(need => need.EndsAt > now), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer.State, AsksUntil = need.LateUntil ?? need.StartsAt })
            .ToListAsync(cancellation);
        var waiting = states.Count(offer => offer.State is OfferState.Waiting or OfferState.ToReconfirm && offer.AsksUntil > now);
        var coming = states.Count(offer => offer.State is OfferState.Accepted or OfferState.ToReconfirm);
        var text = (waiting, coming) switch
        {
            ( > 0, _) => t.Count(waiting, "{0} demande attend votre réponse.", "{0} demandes attendent votre réponse."),
            (_, > 0) => t.Count(coming, "Vous avez {0} mission à venir.", "Vous avez {0} missions à venir."),
            _ => t["Personne ne vous attend pour l’instant."],
        };
        return
        [
            new Door(t["Mes demandes"], text, "/mes-demandes", Order) { IsPressing = waiting > 0 },
            new Door(t["Près de chez moi"], t["Ce qui cherche encore quelqu’un : vous pouvez vous proposer."], NearbyModel.Address, Order),
        ];
    }
}
