using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Volunteers.Contracts;

namespace Relais.Reinforcement.Places;

/// <summary>
/// The only giver of places, whatever the path (page, link, API, import). It works in the caller's transaction, takes
/// the need's row, then the person's: always in that order.
/// </summary>
internal sealed class PlaceKeeper(RelaisDb db, ICommitments commitments, IMissions missions, IVolunteers volunteers, TimeProvider clock)
{
    public const string Source = "reinforcement";

    public async Task<PlaceAnswer> GiveAsync(Need need, Offer offer, CancellationToken cancellation)
    {
        await LockAsync(need, cancellation);
        if (await FreePlaceAsync(need, cancellation) is not { } number)
        {
            return new PlaceAnswer.NoneLeft();
        }

        var answer = await commitments.HoldAsync(await AskForAsync(need, offer, clock.GetUtcNow(), cancellation), cancellation);
        if (answer is not HoldAnswer.Held held)
        {
            var refused = (HoldAnswer.Refused)answer;
            return new PlaceAnswer.Forbidden(refused.Refusal, refused.Sentence);
        }

        var assignment = new Assignment
        {
            NeedId = need.Id,
            PlaceNumber = number,
            PersonId = offer.PersonId,
            OfferId = offer.Id,
            CommitmentId = held.Id.Value,
            TakenAt = clock.GetUtcNow(),
        };
        db.Add(assignment);
        await db.SaveChangesAsync(cancellation);
        return new PlaceAnswer.Given(assignment, held.EmployerHoursUnknown);
    }

    /// <summary>Frees the place that the person holds, if any.</summary>
    public async Task<bool> ReleaseAsync(Need need, Offer offer, CancellationToken cancellation)
    {
        await LockAsync(need, cancellation);
        if (await LiveAsync(offer, cancellation) is not { } assignment)
        {
            return false;
        }

        assignment.ReleasedAt = clock.GetUtcNow();
        await commitments.ReleaseAsync(new CommitmentId(assignment.CommitmentId), cancellation);
        await missions.CallOffAsync(assignment.Origin(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Gives a place that was freed back to who held it, as it was held.</summary>
    /// <returns>False when somebody else holds it, or the rules forbid it by now.</returns>
    public async Task<bool> GiveBackAsync(Need need, Offer offer, Assignment freed, CancellationToken cancellation)
    {
        await LockAsync(need, cancellation);
        if (await db.Set<Assignment>().AnyAsync(a => a.NeedId == need.Id && a.PlaceNumber == freed.PlaceNumber && a.ReleasedAt == null, cancellation)
            || await commitments.HoldAsync(await AskForAsync(need, offer, freed.TakenAt, cancellation), cancellation) is not HoldAnswer.Held held)
        {
            return false;
        }

        (freed.CommitmentId, freed.ReleasedAt) = (held.Id.Value, null);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>After the hours of a need changed: holds the new ones in place of the old, or frees the place.</summary>
    public async Task<bool> KeepAsync(Need need, Offer offer, CancellationToken cancellation)
    {
        if (await LiveAsync(offer, cancellation) is not { } assignment)
        {
            return false;
        }

        var request = await AskForAsync(need, offer, assignment.TakenAt, cancellation) with { Replaces = new CommitmentId(assignment.CommitmentId) };
        if (await commitments.HoldAsync(request, cancellation) is HoldAnswer.Held held)
        {
            assignment.CommitmentId = held.Id.Value;
            await missions.ChangeAsync(assignment.Origin(), assignment.Terms(need, offer), cancellation);
            return true;
        }

        await ReleaseAsync(need, offer, cancellation);
        return false;
    }

    /// <summary>What the rules would say, without holding anything: for the page of the offer.</summary>
    public async Task<HoldAnswer> CheckAsync(Need need, Offer offer, CancellationToken cancellation) =>
        await commitments.CheckAsync(await AskForAsync(need, offer, clock.GetUtcNow(), cancellation), cancellation);

    public Task<int> FreeCountAsync(Need need, CancellationToken cancellation) => FreePlaces(need).CountAsync(cancellation);

    public Task LockAsync(Need need, CancellationToken cancellation) => LockAsync(need.Id, cancellation);

    public async Task LockAsync(NeedId need, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT id FROM need WHERE id = {need.Value} FOR UPDATE", cancellation);
        }
    }

    private Task<Assignment?> LiveAsync(Offer offer, CancellationToken cancellation) =>
        db.Set<Assignment>().SingleOrDefaultAsync(assignment => assignment.OfferId == offer.Id && assignment.ReleasedAt == null, cancellation);

    private Task<int?> FreePlaceAsync(Need need, CancellationToken cancellation) =>
        FreePlaces(need).OrderBy(place => place.Number).Select(place => (int?)place.Number).FirstOrDefaultAsync(cancellation);

    private IQueryable<Place> FreePlaces(Need need) => db.Set<Place>()
        .Where(place => place.NeedId == need.Id)
        .Where(place => !db.Set<Assignment>().Any(assignment =>
            assignment.NeedId == place.NeedId && assignment.PlaceNumber == place.Number && assignment.ReleasedAt == null));

    private async Task<HoldRequest> AskForAsync(Need need, Offer offer, DateTimeOffset yes, CancellationToken cancellation)
    {
        var hours = need.HoursOf(yes, offer.Minutes);
        var people = await volunteers.FindAsync([offer.PersonId], cancellation);
        return new HoldRequest
        {
            Party = PartyKind.Person,
            PartyId = offer.PersonId.Value,
            When = hours,
            BreakMinutes = need.BreakOf(hours),
            TimeZone = need.TimeZone,
            Regime = people.TryGetValue(offer.PersonId, out var person) ? person.Regime : Regime.PrivateSector,
            Source = Source,
            SourceId = need.Id.Value,
        };
    }
}
