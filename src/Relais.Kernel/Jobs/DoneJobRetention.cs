using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Kernel.Jobs;

/// <summary>Forgets jobs done a while ago. Dead ones stay until somebody has looked.</summary>
internal sealed class DoneJobRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "kernel.done-jobs";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<Job>().Where(job => job.State == JobState.Done && job.EndedAt < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}
