using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Reinforcement.Contracts;

namespace Relais.Reinforcement.Offers;

/// <summary>An offer belongs to the person who was asked.</summary>
internal sealed class OfferOfRoute(RelaisDb db) : IResourceFinder
{
    public async ValueTask<Resource?> FindAsync(RouteValueDictionary route, CancellationToken cancellation)
    {
        if (!Guid.TryParse(route["id"] as string, out var value))
        {
            return null;
        }

        var id = new OfferId(value);
        var person = await db.Set<Offer>().AsNoTracking().Where(offer => offer.Id == id).Select(offer => (PersonId?)offer.PersonId).SingleOrDefaultAsync(cancellation);
        return person is { } asked ? Resource.OfPerson(asked) : null;
    }
}
