using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Exclusions;

/// <summary>
/// Parts a person and an establishment, and brings them together again. What is agreed stays until one of them withdraws;
/// what was only asked, or awaits a choice, ends at once.
/// </summary>
internal sealed class Excluding(RelaisDb db, PlaceKeeper places, Notifying notifying, JournalWriter journal, TimeProvider clock)
{
    private const string Once = "exclusion_once";

    /// <summary>The person no longer wants to be asked by the establishment.</summary>
    public Task ByPersonAsync(PersonId person, Finess finess, CancellationToken cancellation) =>
        MakeAsync(new Exclusion { PersonId = person, Finess = finess, Side = ExclusionSide.Person, Since = clock.GetUtcNow() }, cancellation);

    /// <summary>The establishment no longer calls on the person. Said again, the new reason replaces the old one.</summary>
    public Task ByFacilityAsync(Finess finess, PersonId person, string reason, PersonId by, CancellationToken cancellation) =>
        MakeAsync(new Exclusion { PersonId = person, Finess = finess, Side = ExclusionSide.Facility, Since = clock.GetUtcNow(), Reason = reason, MadeBy = by }, cancellation);

    /// <returns>False when that side had said nothing.</returns>
    public Task<bool> LiftAsync(PersonId person, Finess finess, ExclusionSide side, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var lifted = await db.Set<Exclusion>().Where(one => one.PersonId == person && one.Finess == finess && one.Side == side).ExecuteDeleteAsync(cancellation) > 0;
            if (lifted)
            {
                journal.Record("exclusion.lifted", "person", person.Value, $"finess={finess} side={side}");
            }

            return lifted;
        },
        cancellation);

    private async Task MakeAsync(Exclusion wanted, CancellationToken cancellation)
    {
        try
        {
            await db.InTransactionAsync(() => WriteAsync(wanted, cancellation), cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy(Once, "exclusion.person_id"))
        {
            // A second press came first: what it said is said.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> WriteAsync(Exclusion wanted, CancellationToken cancellation)
    {
        var said = await db.Set<Exclusion>().SingleOrDefaultAsync(one => one.PersonId == wanted.PersonId && one.Finess == wanted.Finess && one.Side == wanted.Side, cancellation);
        if (said is not null)
        {
            (said.Reason, said.MadeBy) = (wanted.Reason, wanted.MadeBy);
            return false;
        }

        db.Add(wanted);
        journal.Record("exclusion.made", "person", wanted.PersonId.Value, $"finess={wanted.Finess} side={wanted.Side}");
        await db.SaveChangesAsync(cancellation);
        await EndOffersAsync(wanted, cancellation);
        return true;
    }

    private async Task EndOffersAsync(Exclusion made, CancellationToken cancellation)
    {
        var asked = await db.Set<Offer>().AsNoTracking()
            .Where(offer => offer.PersonId == made.PersonId && (offer.State == OfferState.Waiting || offer.State == OfferState.Candidate || offer.State == OfferState.Standby))
            .Join(db.Set<Need>().Where(need => need.Finess == made.Finess), offer => offer.NeedId, need => need.Id, (offer, need) => new { offer.Id, offer.NeedId })
            .OrderBy(offer => offer.NeedId).ToListAsync(cancellation);
        foreach (var one in asked)
        {
            await places.LockAsync(one.NeedId, cancellation);
            var offer = await db.Set<Offer>().SingleAsync(offer => offer.Id == one.Id, cancellation);
            if (offer.State is OfferState.Waiting or OfferState.Candidate or OfferState.Standby)
            {
                End(offer, made.Side);
            }
        }
    }

    private void End(Offer offer, ExclusionSide side)
    {
        if (side is ExclusionSide.Person)
        {
            offer.State = offer.State is OfferState.Waiting ? OfferState.Declined : OfferState.Withdrawn;
            offer.AnsweredAt = clock.GetUtcNow();
        }
        else
        {
            (offer.State, offer.Outcome) = (OfferState.Ended, OfferOutcome.NotChosen);
            notifying.HowItEnded(offer);
        }

        journal.Record("offer.excluded", "offer", offer.Id.Value);
    }
}
