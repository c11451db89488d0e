using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Waves;

namespace Relais.Reinforcement.Answers;

/// <summary>
/// A place that was held has come free: somebody is looked for at once, first among those who had said yes. Call it with
/// the need's row locked.
/// </summary>
internal sealed class Reopening(RelaisDb db, ExclusionList exclusions, AnswerTimes times, JobQueue jobs, TimeProvider clock)
{
    /// <returns>False when too little is left of the shift for anybody to come.</returns>
    public async Task<bool> ReopenAsync(Need need, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (need.UrgencyAt(now) is Urgency.Immediate)
        {
            need.LateUntil = need.EndsAt - await times.LeastLeftAsync(cancellation);
        }

        if (need.AsksUntil <= now)
        {
            return false;
        }

        need.State = NeedState.Open;
        need.EndedAt = null;
        var saidYes = await db.Set<Offer>()
            .Where(o => o.NeedId == need.Id && o.State == OfferState.Ended && o.AnsweredAt != null && (o.Outcome == OfferOutcome.Filled || o.Outcome == OfferOutcome.NotChosen))
            .ToListAsync(cancellation);
        var excluded = await exclusions.AtAsync(need.Finess, cancellation);
        foreach (var offer in saidYes.Where(offer => !excluded.Contains(offer.PersonId.Value)))
        {
            (offer.State, offer.Outcome) = (OfferState.Standby, null);
        }

        jobs.Add(new AskNextPeople(need.Id.Value, need.Version));
        jobs.Add(new EndNeed(need.Id.Value, need.Version), need.AsksUntil);
        return true;
    }
}
