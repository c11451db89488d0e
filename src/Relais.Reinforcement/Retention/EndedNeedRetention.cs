using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Reinforcement.Coordination.Calls;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Retention;

/// <summary>Removes names, numbers and words of people from needs of long ago; who was asked and who came stays, by ids.</summary>
internal sealed class EndedNeedRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "reinforcement.ended-needs";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await db.Set<Offer>()
                .Where(offer => offer.Note != null && db.Set<Need>().Any(need => need.Id == offer.NeedId && need.EndsAt < endedBefore))
                .ExecuteUpdateAsync(offer => offer.SetProperty(o => o.Note, (string?)null), cancellation);
            await db.Set<NeedCall>()
                .Where(call => call.Note != null && db.Set<Need>().Any(need => need.Id == call.NeedId && need.EndsAt < endedBefore))
                .ExecuteUpdateAsync(call => call.SetProperty(c => c.Note, (string?)null), cancellation);
            return await db.Set<Need>()
                .Where(need => need.EndsAt < endedBefore && (need.ContactName != "" || need.ContactPhone != "" || need.Instructions != ""))
                .ExecuteUpdateAsync(
                    need => need.SetProperty(n => n.ContactName, "").SetProperty(n => n.ContactPhone, "").SetProperty(n => n.Instructions, ""), cancellation);
        },
        cancellation);
}
