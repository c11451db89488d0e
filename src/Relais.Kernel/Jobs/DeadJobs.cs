using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Jobs;

/// <param name="Id">Its number, for whoever tries it again.</param>
/// <param name="Kind">The name of its kind.</param>
/// <param name="Attempts">How many times it was tried.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="LastError">The kind of the last failure and where it happened; the log has the rest.</param>
public sealed record DeadJob(Guid Id, string Kind, int Attempts, DateTimeOffset DiedAt, string LastError);

/// <summary>The jobs that failed too often, for the people who look after the installation.</summary>
public sealed class DeadJobs(RelaisDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<DeadJob>> ListAsync(int most, CancellationToken cancellation) =>
        await db.Set<Job>()
            .Where(job => job.State == JobState.Dead)
            .OrderByDescending(job => job.EndedAt)
            .Take(most)
            .Select(job => new DeadJob(job.Id, job.Kind, job.Attempts, job.EndedAt!.Value, job.LastError ?? ""))
            .ToListAsync(cancellation);

    /// <summary>Gives the job a new life, at once.</summary>
    /// <returns>Whether it was dead.</returns>
    public async Task<bool> TryAgainAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.InTransactionAsync(
            () => db.Set<Job>()
                .Where(job => job.Id == id && job.State == JobState.Dead)
                .ExecuteUpdateAsync(
                    job => job.SetProperty(j => j.State, JobState.Waiting)
                        .SetProperty(j => j.EndedAt, (DateTimeOffset?)null)
                        .SetProperty(j => j.Attempts, 0)
                        .SetProperty(j => j.RunAt, now),
                    cancellation),
            cancellation) is 1;
    }
}
