using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Volunteers.Pool;

/// <summary>Gives each change of the pool its number. The row stays locked until the commit, so numbers appear in their order.</summary>
internal sealed class PoolClock(RelaisDb db)
{
    /// <summary>To be called first in the transaction that changes dossiers: from there on, no other transaction changes any.</summary>
    public async Task<long> NextAsync(CancellationToken cancellation)
    {
        var next = await db.Database
            .SqlQuery<long>($"""UPDATE volunteer_pool_clock SET revision = revision + 1 WHERE id = 1 RETURNING revision AS "Value" """)
            .ToListAsync(cancellation);
        return next.Single();
    }

    public Task<long> NowAsync(CancellationToken cancellation) => db.Database
        .SqlQuery<long>($"""SELECT revision AS "Value" FROM volunteer_pool_clock""")
        .SingleAsync(cancellation);
}
