using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;

namespace Relais.Kernel.Api;

/// <summary>Forgets answers of the day before yesterday.</summary>
internal sealed record PurgeIdempotencyKeys : IJob
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    public static string Kind => "purge-idempotency-keys";

    internal sealed class Handler(RelaisDb db, TimeProvider clock) : IJobHandler<PurgeIdempotencyKeys>
    {
        public Task HandleAsync(PurgeIdempotencyKeys job, CancellationToken cancellation)
        {
            var limit = clock.GetUtcNow() - KeptFor;
            return db.InTransactionAsync(
                () => db.Set<KeptAnswer>().Where(answer => answer.StartedAt < limit).ExecuteDeleteAsync(cancellation),
                cancellation);
        }
    }
}
