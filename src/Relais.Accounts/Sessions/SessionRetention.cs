using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Accounts.Sessions;

/// <summary>Forgets sessions that are over; one that lives is seen more often than that.</summary>
internal sealed class SessionRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "accounts.ended-sessions";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<Session>().Where(session => session.ClosedAt < endedBefore || session.SeenAt < endedBefore).ExecuteDeleteAsync(cancellation),
        cancellation);
}
