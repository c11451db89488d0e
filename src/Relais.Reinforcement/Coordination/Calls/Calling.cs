using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Coordination.Calls;

/// <summary>What a call came to.</summary>
/// <param name="CallBackAt">When the person asked to be called again, for that outcome alone.</param>
/// <param name="Note">In the words of who called.</param>
internal sealed record CallMade(CallOutcome Outcome, DateTimeOffset? CallBackAt, string? Note);

/// <summary>
/// Writes a call down and gives it its effect. A yes by telephone is a yes like any other, given by <see cref="Answering"/>:
/// the same rules refuse it.
/// </summary>
internal sealed class Calling(RelaisDb db, PlaceKeeper places, Answering answering, JournalWriter journal, TimeProvider clock)
{
    public const string Reason = "called";

    /// <param name="line">Whom <see cref="CallList"/> gives for the need: it advises, the transaction decides.</param>
    /// <returns>Why it could not be written down; nothing when it is.</returns>
    public Task<string?> RecordAsync(NeedId id, CallLine line, PersonId caller, CallMade made, CancellationToken cancellation) =>
        db.InTransactionAsync(
            async () =>
            {
                if (await RefusedAsync(id, line, made, cancellation) is { } refusal)
                {
                    return refusal;
                }

                var person = line.Name.Id;
                db.Add(new NeedCall
                {
                    NeedId = id, PersonId = person, CalledBy = caller, CalledAt = clock.GetUtcNow(), Outcome = made.Outcome, CallBackAt = made.CallBackAt, Note = made.Note,
                });
                journal.Record("need.called", "person", person.Value, $"need={id} outcome={made.Outcome}");
                return null;
            },
            cancellation);

    private async Task<string?> RefusedAsync(NeedId id, CallLine line, CallMade made, CancellationToken cancellation)
    {
        if (made.Outcome is not (CallOutcome.Comes or CallOutcome.DoesNotCome))
        {
            return null;
        }

        var person = line.Name.Id;
        await places.LockAsync(id, cancellation);
        var need = await db.Set<Need>().SingleAsync(one => one.Id == id, cancellation);
        var known = await db.Set<Offer>().SingleOrDefaultAsync(offer => offer.NeedId == id && offer.PersonId == person, cancellation);
        var offer = known ?? AskedByTelephone(need, person, line);
        if (known is null)
        {
            db.Add(offer);
            await db.SaveChangesAsync(cancellation);
        }

        var answer = made.Outcome is CallOutcome.Comes
            ? await answering.AcceptAsync(offer.Id, need.Version, cancellation)
            : await answering.DeclineAsync(offer.Id, notThisWeek: false, made.Note, cancellation);
        if (answer is not AnswerResult.Refused refused)
        {
            return null;
        }

        if (known is null && offer.State is OfferState.Waiting)
        {
            // The call changed nothing: there is no question to leave open.
            db.Remove(offer);
            await db.SaveChangesAsync(cancellation);
        }

        return refused.Sentence;
    }

    private Offer AskedByTelephone(Need need, PersonId person, CallLine line) => new()
    {
        NeedId = need.Id,
        PersonId = person,
        NeedVersion = need.Version,
        Wave = need.Wave,
        Minutes = line.Minutes,
        StandsInAs = line.StandsInAs,
        Reasons = JsonSerializer.Serialize<string[]>(line.Minutes is { } known ? [Reason, FormattableString.Invariant($"journey:{known}")] : [Reason]),
        SentAt = clock.GetUtcNow(),
        SeenAt = clock.GetUtcNow(),
    };
}
