using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Browse;

/// <summary>
/// « Je suis disponible » by somebody whom nobody has asked. From there on it is a yes like any other, given by
/// <see cref="Answering"/>; it comes behind those who had said yes when everything was held.
/// </summary>
internal sealed class ComingForward(
    RelaisDb db, NearbyNeeds nearby, PlaceKeeper places, Answering answering, JournalWriter journal, Words t, TimeProvider clock)
{
    public const string Reason = "came-forward";

    /// <param name="version">The version of the need that the person read.</param>
    public async Task<AnswerResult> ComeAsync(NeedId id, PersonId person, int version, CancellationToken cancellation)
    {
        // Judged outside the transaction: the rules advise, the transaction decides.
        if (await nearby.FindAsync(person, id, cancellation) is not { } seen)
        {
            return new AnswerResult.Refused("need_closed", t["Ce besoin ne cherche plus personne. Merci d’avoir voulu venir."]);
        }

        return seen.WhyNot is { } rule && !seen.IsMine
            ? new AnswerResult.Refused(rule, WhyNotWords.Of(seen, t).Sentence)
            : await db.InTransactionAsync(() => TakeAsync(seen, person, version, cancellation), cancellation);
    }

    /// <summary>The offer that a yes would make, and that its page shows before.</summary>
    public Offer Write(NearbyNeed seen, PersonId person) => new()
    {
        NeedId = seen.Need.Id,
        PersonId = person,
        NeedVersion = seen.Need.Version,
        Wave = seen.Need.Wave,
        Minutes = seen.Minutes,
        Reasons = JsonSerializer.Serialize(Reasons(seen)),
        StandsInAs = seen.StandsInAs,
        SentAt = clock.GetUtcNow(),
        CameForward = true,
    };

    private async Task<AnswerResult> TakeAsync(NearbyNeed seen, PersonId person, int version, CancellationToken cancellation)
    {
        var id = seen.Need.Id;
        await places.LockAsync(id, cancellation);
        if (await db.Set<Offer>().SingleOrDefaultAsync(offer => offer.NeedId == id && offer.PersonId == person, cancellation) is { } asked)
        {
            return await answering.AcceptAsync(asked.Id, version, cancellation);
        }

        var need = await db.Set<Need>().SingleAsync(n => n.Id == id, cancellation);
        var offer = Write(seen with { Need = need }, person);
        db.Add(offer);
        await db.SaveChangesAsync(cancellation);
        if (need is { State: NeedState.Open, Filling: Filling.FirstSuitable } && need.Version == version && await IsPromisedAsync(need, cancellation))
        {
            (offer.State, offer.AnsweredAt) = (OfferState.Standby, clock.GetUtcNow());
            journal.Record("offer.standby", "offer", offer.Id.Value);
            return new AnswerResult.Refused("place_taken", t["Des personnes ont dit oui avant vous. S’il reste une place après elles, vous serez appelé."]);
        }

        var result = await answering.AcceptAsync(offer.Id, version, cancellation);
        if (result is AnswerResult.Refused && offer.State is OfferState.Waiting)
        {
            // Nobody has asked: there is no question to leave open.
            db.Remove(offer);
            await db.SaveChangesAsync(cancellation);
        }

        return result;
    }

    private static IEnumerable<string> Reasons(NearbyNeed seen)
    {
        yield return Reason;
        if (seen.IsDeclaredFree)
        {
            yield return "declared-free";
        }

        if (seen.Minutes is { } minutes)
        {
            yield return FormattableString.Invariant($"journey:{minutes}");
        }
    }

    /// <summary>« Si l’une se libère, vous serez la première personne appelée » was said to as many as there are free places.</summary>
    private async Task<bool> IsPromisedAsync(Need need, CancellationToken cancellation) =>
        await db.Set<Offer>().CountAsync(offer => offer.NeedId == need.Id && offer.State == OfferState.Standby, cancellation) is > 0 and var before
        && await places.FreeCountAsync(need, cancellation) <= before;
}
