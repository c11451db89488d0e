using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Pay;
using Relais.Reinforcement.Places;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Offers;

/// <summary>Everything that a person needs to answer, on one screen.</summary>
/// <param name="ExcludedBy">Who of the person and the establishment no longer wants the other, if one of them does not.</param>
internal sealed record OfferView(
    Offer Offer,
    Need Need,
    NeedSummary Summary,
    PayQuote Pay,
    HoldAnswer Rest,
    IReadOnlyList<string> Reasons,
    int FreePlaces,
    int OthersComing,
    bool MayUndo,
    string? MissionPath,
    ExclusionSide? ExcludedBy);

/// <summary>Gathers what an offer shows. It reads only: opening a link changes nothing.</summary>
internal sealed class OfferViews(
    RelaisDb db, StandingOffers standing, PlaceKeeper places, IMissions missions, PayQuotes pay, NeedText text, ExclusionList exclusions, IVolunteers volunteers, TimeProvider clock)
{
    public async Task<OfferView?> FindAsync(OfferId id, CancellationToken cancellation)
    {
        if (await standing.FindAsync(id, cancellation) is not { } offer)
        {
            return null;
        }

        return await ShowAsync(offer, await db.Set<Need>().AsNoTracking().SingleAsync(n => n.Id == offer.NeedId, cancellation), cancellation);
    }

    /// <param name="offer">One that was made, or that would be if the person came forward.</param>
    public async Task<OfferView> ShowAsync(Offer offer, Need need, CancellationToken cancellation)
    {
        var people = await volunteers.FindAsync([offer.PersonId], cancellation);
        var person = people.GetValueOrDefault(offer.PersonId);
        var mayUndo = offer.UndoUntil is { } until && clock.GetUtcNow() < until;
        return new OfferView(
            offer,
            need,
            await text.SummaryAsync(need, cancellation),
            await pay.QuoteAsync(need, person?.Status ?? VolunteerStatus.Other, person?.Regime is not Matching.Rest.Regime.Liberal, cancellation),
            await places.CheckAsync(need, offer, cancellation),
            offer.ReasonCodes,
            await places.FreeCountAsync(need, cancellation),
            await OthersComingAsync(need, offer, cancellation),
            mayUndo,
            offer.State is OfferState.Accepted && !mayUndo ? await MissionPathAsync(offer, cancellation) : null,
            await exclusions.BetweenAsync(offer.PersonId, need.Finess, cancellation));
    }

    private async Task<string?> MissionPathAsync(Offer offer, CancellationToken cancellation) =>
        await db.Set<Assignment>().AsNoTracking().SingleOrDefaultAsync(a => a.OfferId == offer.Id && a.ReleasedAt == null, cancellation) is { } assignment
            ? await missions.FindPathAsync(assignment.Origin(), cancellation)
            : null;

    private Task<int> OthersComingAsync(Need need, Offer offer, CancellationToken cancellation) => db.Set<Assignment>()
        .CountAsync(a => a.NeedId == need.Id && a.ReleasedAt == null && a.PersonId != offer.PersonId, cancellation);
}
