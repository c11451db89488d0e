using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;

namespace Relais.Accounts.People;

/// <summary>
/// Only what people chose: whoever chose nothing may be asked at night, and what is not urgent is sent to them in the morning.
/// </summary>
internal sealed class ChosenQuietHours(RelaisDb db) : IQuietHours
{
    public async Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> EndAsync(
        IReadOnlyCollection<PersonId> people, DateTimeOffset now, bool isUrgent, CancellationToken cancellation)
    {
        var chosen = await db.Set<ContactWishes>().AsNoTracking()
            .Where(wishes => EF.Parameter(people).Contains(wishes.PersonId) && (wishes.QuietFrom != wishes.QuietTo || wishes.QuietWeek != null) && !(isUrgent && wishes.WakesWhenUrgent))
            .ToListAsync(cancellation);
        var ends = new Dictionary<PersonId, DateTimeOffset>();
        foreach (var wishes in chosen)
        {
            if (wishes.Quiet.EndIfWithin(now) is { } end)
            {
                ends.Add(wishes.PersonId, end);
            }
        }

        return ends;
    }
}
