using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Answers;

/// <summary>Who was expected has not come: the place is looked for again, until the person comes after all or another takes it.</summary>
internal sealed class Replacing(RelaisDb db, PlaceKeeper places, Reopening reopening, Settling settling, JournalWriter journal, TimeProvider clock) : IPromiseRoom
{
    public string Room => PlaceKeeper.Source;

    public async Task<string?> ReplaceAsync(MissionOrigin origin, CancellationToken cancellation)
    {
        var (_, offer, need) = await HoldAsync(origin, cancellation);
        await places.ReleaseAsync(need, offer, cancellation);
        (offer.State, offer.AbsentAt, offer.UndoUntil) = (OfferState.Withdrawn, clock.GetUtcNow(), null);
        journal.Record("offer.absent", "offer", offer.Id.Value);
        return await reopening.ReopenAsync(need, cancellation) ? $"/besoins/{need.Id}" : null;
    }

    public async Task<bool> TakeBackAsync(MissionOrigin origin, CancellationToken cancellation)
    {
        var (assignment, offer, need) = await HoldAsync(origin, cancellation);
        if (!await places.GiveBackAsync(need, offer, assignment, cancellation))
        {
            return false;
        }

        (offer.State, offer.AbsentAt) = (OfferState.Accepted, null);
        journal.Record("offer.came-after-all", "offer", offer.Id.Value);
        await settling.FillAsync(need, cancellation);
        return true;
    }

    private async Task<(Assignment Assignment, Offer Offer, Need Need)> HoldAsync(MissionOrigin origin, CancellationToken cancellation)
    {
        var needId = await db.Set<Assignment>().Where(a => a.Id == origin.Id).Select(a => a.NeedId).SingleAsync(cancellation);
        await places.LockAsync(needId, cancellation);
        var assignment = await db.Set<Assignment>().SingleAsync(a => a.Id == origin.Id, cancellation);
        return (
            assignment,
            await db.Set<Offer>().SingleAsync(o => o.Id == assignment.OfferId, cancellation),
            await db.Set<Need>().SingleAsync(n => n.Id == needId, cancellation));
    }
}
