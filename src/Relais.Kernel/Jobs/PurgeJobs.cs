using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Jobs;

/// <summary>Forgets jobs done a week ago. Dead ones stay until somebody has looked.</summary>
internal sealed record PurgeJobs : IJob
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public static string Kind => "purge-jobs";

    internal sealed class Handler(RelaisDb db, TimeProvider clock) : IJobHandler<PurgeJobs>
    {
        public Task HandleAsync(PurgeJobs job, CancellationToken cancellation)
        {
            var limit = clock.GetUtcNow() - KeptFor;
            return db.InTransactionAsync(
                () => db.Set<Job>().Where(done => done.State == JobState.Done && done.EndedAt < limit).ExecuteDeleteAsync(cancellation),
                cancellation);
        }
    }
}
