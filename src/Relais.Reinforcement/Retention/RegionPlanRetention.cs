using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Reinforcement.RegionPlans;

namespace Relais.Reinforcement.Retention;

/// <summary>Forgets whom old plans proposed, and their files; how many places they filled stays.</summary>
internal sealed class RegionPlanRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "reinforcement.region-plans";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await db.Set<RegionPlanLine>().Where(line => db.Set<RegionPlan>().Any(plan => plan.Id == line.PlanId && plan.EndedAt < endedBefore)).ExecuteDeleteAsync(cancellation);
            return await db.Set<RegionPlan>().Where(plan => plan.EndedAt < endedBefore && plan.Files != null)
                .ExecuteUpdateAsync(set => set.SetProperty(plan => plan.Files, (byte[]?)null), cancellation);
        },
        cancellation);
}
