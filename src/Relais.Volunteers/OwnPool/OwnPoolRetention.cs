using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Volunteers.OwnPool;

/// <summary>Somebody who never agreed is no longer known after a while.</summary>
internal sealed class OwnPoolRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "volunteers.own-pool";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<OwnPoolMember>().Where(member => member.State != MemberState.Agreed && member.AddedAt < endedBefore).ExecuteDeleteAsync(cancellation),
        cancellation);
}

/// <summary>A file that was sent, and what is kept to undo it.</summary>
internal sealed class OwnPoolImportRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "volunteers.own-pool-import";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<OwnPoolImport>().Where(import => import.UploadedAt < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}
