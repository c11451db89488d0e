using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Accounts.Sessions;

/// <summary>Notes that a session is in use, once an hour: a write for each page would make a queue of them.</summary>
internal sealed class SessionUse(RelaisDb db, TimeProvider clock)
{
    public async Task NoteAsync(Guid id, DateTimeOffset seenAt, CancellationToken cancellation)
    {
        var hour = Session.ToTheHour(clock.GetUtcNow());
        if (seenAt < hour)
        {
            await db.InTransactionAsync(
                () => db.Set<Session>().Where(session => session.Id == id && session.SeenAt < hour).ExecuteUpdateAsync(session => session.SetProperty(s => s.SeenAt, hour), cancellation),
                cancellation);
        }
    }
}
