using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Reinforcement.Exclusions;

/// <summary>An establishment does not keep its word on a person for ever; what a person asked for stays until they lift it.</summary>
internal sealed class ExclusionRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "reinforcement.exclusions";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) =>
        db.InTransactionAsync(
            () => db.Set<Exclusion>().Where(one => one.Side == ExclusionSide.Facility && one.Since < endedBefore).ExecuteDeleteAsync(cancellation), cancellation);
}
