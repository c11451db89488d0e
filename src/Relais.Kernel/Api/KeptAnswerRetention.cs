using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Kernel.Api;

/// <summary>Forgets the answers kept for requests that might have been sent again.</summary>
internal sealed class KeptAnswerRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "kernel.kept-answers";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<KeptAnswer>().Where(answer => answer.StartedAt < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}
