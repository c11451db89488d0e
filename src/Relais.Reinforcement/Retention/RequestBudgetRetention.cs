using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Retention;

/// <summary>Forgets how often people were asked in weeks that no limit counts any more.</summary>
internal sealed class RequestBudgetRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "reinforcement.request-budgets";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        var week = WeekBudget.WeekOf(endedBefore);
        return db.InTransactionAsync(
            () => db.Set<RequestBudget>().Where(budget => budget.Week < week).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
