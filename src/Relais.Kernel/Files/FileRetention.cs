using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Kernel.Files;

/// <summary>No document outlives this period, whatever became of the case that it belongs to. The trace that it was there stays.</summary>
internal sealed class FileRetention(RelaisDb db, TimeProvider clock) : IRetentionRule
{
    public string Key => "kernel.files";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.InTransactionAsync(
            () => db.Set<StoredFile>().Where(file => file.StoredAt < endedBefore && file.DeletedAt == null).ExecuteUpdateAsync(
                file => file.SetProperty(f => f.Content, (byte[]?)null).SetProperty(f => f.Name, "").SetProperty(f => f.DeletedAt, now), cancellation),
            cancellation);
    }
}
