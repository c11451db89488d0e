using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.People;

internal static class WishesOf
{
    /// <summary>What the person chose, to be read; what holds for everybody where they chose nothing.</summary>
    public static async Task<ContactWishes> WishesOfAsync(this RelaisDb db, PersonId person, CancellationToken cancellation) =>
        await db.Set<ContactWishes>().AsNoTracking().SingleOrDefaultAsync(wishes => wishes.PersonId == person, cancellation)
        ?? new ContactWishes { PersonId = person };

    /// <summary>What the person chose, to be changed; joins the unit of work where they chose nothing yet.</summary>
    public static async Task<ContactWishes> OpenWishesOfAsync(this RelaisDb db, PersonId person, CancellationToken cancellation)
    {
        if (await db.Set<ContactWishes>().SingleOrDefaultAsync(wishes => wishes.PersonId == person, cancellation) is { } known)
        {
            return known;
        }

        var opened = new ContactWishes { PersonId = person };
        db.Add(opened);
        return opened;
    }
}
