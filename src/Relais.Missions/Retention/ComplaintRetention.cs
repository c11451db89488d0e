using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Missions.Complaints;

namespace Relais.Missions.Retention;

/// <summary>Removes what was said in a complaint that was answered; that there was one, and when, stays.</summary>
internal sealed class ComplaintRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "missions.complaints";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<Complaint>()
            .Where(complaint => complaint.AnsweredAt < endedBefore && complaint.Words != "")
            .ExecuteUpdateAsync(complaint => complaint.SetProperty(c => c.Words, "").SetProperty(c => c.Answer, ""), cancellation),
        cancellation);
}
