using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Matching.Eligibility;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Quotas;
using Relais.Reinforcement.Waves;

namespace Relais.Reinforcement.Answers;

/// <summary>What a person who was asked may answer, and take back. Every path (link, page, API) comes here.</summary>
internal sealed class Answering(
    RelaisDb db, StandingOffers standing, PlaceKeeper places, Reopening reopening, Notifying notifying, ExclusionList exclusions, DayRules days, WeekBudget budget, JobQueue jobs, JournalWriter journal, AnswerTimes times, Words t, TimeProvider clock)
{
    /// <param name="version">The version of the need that the person read; a yes to an older one is not a yes.</param>
    public Task<AnswerResult> AcceptAsync(OfferId id, int? version, CancellationToken cancellation) => AnswerAsync(
        id,
        async (offer, need) =>
        {
            if (offer.State is OfferState.Accepted && offer.NeedVersion == need.Version)
            {
                return new AnswerResult.Done(offer);
            }

            if (RefuseAnswer(offer, need, version) is { } refusal)
            {
                return refusal;
            }

            // What is agreed stays: only who does not come yet is stopped.
            if (offer.State is not OfferState.ToReconfirm && (await RefuseExcludedAsync(offer, need, cancellation) ?? await RefuseDayAsync(offer, need, cancellation)) is { } forbidden)
            {
                return forbidden;
            }

            if (offer.State is OfferState.ToReconfirm)
            {
                Record(offer, OfferState.Accepted, "offer.reconfirmed");
                offer.NeedVersion = need.Version;
                return new AnswerResult.Done(offer);
            }

            if (need.Filling is Filling.ChosenByManager)
            {
                Record(offer, OfferState.Candidate, "offer.candidate");
                notifying.FacilityOf(need, FacilityNews.Candidate);
                return new AnswerResult.Done(offer);
            }

            return await TakeAsync(offer, need, need.StartsAt > clock.GetUtcNow() ? UndoWindow.Open : UndoWindow.None, cancellation);
        },
        cancellation);

    /// <summary>The establishment takes one of those who said yes.</summary>
    public Task<AnswerResult> ChooseAsync(OfferId id, CancellationToken cancellation) => AnswerAsync(
        id,
        async (offer, need) => offer.State switch
        {
            OfferState.Accepted => new AnswerResult.Done(offer),
            OfferState.Candidate or OfferState.Standby when await days.WhyNotAsync(offer.PersonId, need, cancellation) is { } rule =>
                new AnswerResult.Refused(rule, t["Cette personne ne peut plus venir ce jour-là."]),
            OfferState.Candidate or OfferState.Standby when need.State is NeedState.Open => await TakeAsync(offer, need, UndoWindow.None, cancellation),
            _ => new AnswerResult.Refused("not_a_candidate", t["Cette personne n’est plus candidate à ce besoin."]),
        },
        cancellation);

    public Task<AnswerResult> DeclineAsync(OfferId id, bool notThisWeek, string? note, CancellationToken cancellation) => AnswerAsync(
        id,
        async (offer, need) =>
        {
            if (offer.State is OfferState.Accepted)
            {
                return new AnswerResult.Refused("already_accepted", t["Vous aviez dit oui : pour ne plus venir, retirez-vous de la mission."]);
            }

            if (offer.State is OfferState.Ended or OfferState.Withdrawn)
            {
                return new AnswerResult.Done(offer);
            }

            if (await places.ReleaseAsync(need, offer, cancellation))
            {
                jobs.Add(new AskNextPeople(need.Id.Value, need.Version));
            }

            Record(offer, OfferState.Declined, notThisWeek ? "offer.not-this-week" : "offer.declined");
            offer.Note = note;
            if (notThisWeek)
            {
                await budget.UseUpAsync(offer.PersonId, clock.GetUtcNow(), cancellation);
            }

            return new AnswerResult.Done(offer);
        },
        cancellation);

    /// <summary>Takes an answer back within ten minutes: the others were not told yet.</summary>
    public Task<AnswerResult> UndoAsync(OfferId id, CancellationToken cancellation) => AnswerAsync(
        id,
        async (offer, need) =>
        {
            if (offer.State is OfferState.Waiting)
            {
                return new AnswerResult.Done(offer);
            }

            if (offer.State is not (OfferState.Declined or OfferState.Accepted or OfferState.Candidate or OfferState.Standby)
                || (offer.State is OfferState.Accepted && !(clock.GetUtcNow() < offer.UndoUntil)))
            {
                return new AnswerResult.Refused("undo_too_late", t["Le délai pour revenir sur votre réponse est passé."]);
            }

            if (offer.State is OfferState.Declined && await RefuseExcludedAsync(offer, need, cancellation) is { } excluded)
            {
                return excluded;
            }

            if (offer.State is OfferState.Accepted)
            {
                await places.ReleaseAsync(need, offer, cancellation);
                jobs.Add(new AskNextPeople(need.Id.Value, need.Version));
            }

            offer.State = OfferState.Waiting;
            offer.AnsweredAt = null;
            offer.UndoUntil = null;
            journal.Record("offer.undone", "offer", offer.Id.Value);
            return new AnswerResult.Done(offer);
        },
        cancellation);

    /// <summary>Can no longer come: the place reopens and the next person is asked at once, at any hour.</summary>
    public Task<AnswerResult> WithdrawAsync(OfferId id, string? note, CancellationToken cancellation) => AnswerAsync(
        id,
        async (offer, need) =>
        {
            if (offer.State is OfferState.Withdrawn)
            {
                return new AnswerResult.Done(offer);
            }

            if (offer.State is not (OfferState.Accepted or OfferState.ToReconfirm or OfferState.Candidate or OfferState.Standby))
            {
                return new AnswerResult.Refused("nothing_to_withdraw", t["Vous n’êtes pas engagé sur cette mission."]);
            }

            if (need.EndsAt <= clock.GetUtcNow())
            {
                return new AnswerResult.Refused("need_over", t["La mission est terminée : on ne s’en retire plus."]);
            }

            var held = await places.ReleaseAsync(need, offer, cancellation);
            Record(offer, OfferState.Withdrawn, "offer.withdrawn");
            offer.UndoUntil = null;
            offer.Note = note;
            if (held)
            {
                var isSought = need.State is NeedState.Open or NeedState.Filled && await reopening.ReopenAsync(need, cancellation);
                notifying.FacilityOf(need, isSought ? FacilityNews.Withdrawal : FacilityNews.WithdrawalAlone);
            }

            return new AnswerResult.Done(offer);
        },
        cancellation);

    /// <summary>The page of the offer was opened by a person, not by a mail scanner.</summary>
    public Task MarkSeenAsync(OfferId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            async () =>
            {
                if (await standing.FindAsync(id, cancellation) is { SeenAt: null } stands)
                {
                    await db.Set<Offer>().Where(offer => offer.Id == stands.Id && offer.SeenAt == null)
                        .ExecuteUpdateAsync(set => set.SetProperty(offer => offer.SeenAt, now), cancellation);
                }
            },
            cancellation);
    }

    private Task<AnswerResult> AnswerAsync(OfferId id, Func<Offer, Need, Task<AnswerResult>> answer, CancellationToken cancellation) =>
        db.InTransactionAsync(
            async () =>
            {
                if (await db.Set<Offer>().AsNoTracking().Where(o => o.Id == id).Select(o => (NeedId?)o.NeedId).SingleOrDefaultAsync(cancellation) is not { } needId)
                {
                    return new AnswerResult.Unknown();
                }

                // Locked before it is read, so that what is decided on is what is true until the end.
                await places.LockAsync(needId, cancellation);
                var need = await db.Set<Need>().SingleAsync(n => n.Id == needId, cancellation);
                var stands = (await standing.FindAsync(id, cancellation))!.Id;
                var offer = await db.Set<Offer>().SingleAsync(o => o.Id == stands, cancellation);
                return await answer(offer, need);
            },
            cancellation);

    private async Task<AnswerResult.Refused?> RefuseExcludedAsync(Offer offer, Need need, CancellationToken cancellation) =>
        await exclusions.BetweenAsync(offer.PersonId, need.Finess, cancellation) switch
        {
            ExclusionSide.Person => new("exclusion", t["Vous avez demandé à ne plus recevoir de demandes de cet établissement."]),
            ExclusionSide.Facility => new("exclusion", t["Cet établissement ne fait pas appel à vous."]),
            _ => null,
        };

    private async Task<AnswerResult.Refused?> RefuseDayAsync(Offer offer, Need need, CancellationToken cancellation) =>
        await days.WhyNotAsync(offer.PersonId, need, cancellation) switch
        {
            null => null,
            DayLimits.Yearly => new(DayLimits.Yearly, t["Vous avez déjà le nombre de jours de renfort que vous acceptez par an."]),
            DayLimits.Monthly => new(DayLimits.Monthly, t["L’accord de votre employeur ne laisse plus de jour ce mois-ci."]),
            var rule => new(rule, t["Votre situation demande l’accord de votre employeur, et aucun accord noté dans votre dossier ne couvre ce jour."]),
        };

    private AnswerResult.Refused? RefuseAnswer(Offer offer, Need need, int? version) => need switch
    {
        { State: NeedState.Cancelled } => new("need_cancelled", t["Ce besoin a été annulé par l’établissement."]),
        { State: NeedState.Filled } => new("place_taken", t["Toutes les places sont prises. Merci d’avoir répondu."]),
        { State: not NeedState.Open } => new("need_closed", t["L’établissement ne cherche plus personne pour ce besoin."]),
        _ when need.AsksUntil <= clock.GetUtcNow() => new("need_started", t["La mission a déjà commencé."]),
        _ when !need.CanStillBeReached(clock.GetUtcNow(), offer.Minutes) => new("too_far", t["La mission finirait avant ou peu après votre arrivée."]),
        _ when version is { } read && read != need.Version => new("need_changed", t["Le besoin a changé depuis votre lecture : relisez-le avant de répondre."]),
        _ when offer.State is OfferState.Withdrawn => new("withdrawn", t["Vous vous êtes retiré de cette mission."]),
        _ => null,
    };

    private async Task<AnswerResult> TakeAsync(Offer offer, Need need, UndoWindow window, CancellationToken cancellation)
    {
        switch (await places.GiveAsync(need, offer, cancellation))
        {
            case PlaceAnswer.Forbidden forbidden:
                return new AnswerResult.Refused(forbidden.Refusal.Code, forbidden.Sentence, forbidden.Refusal.EarliestStart);
            case PlaceAnswer.NoneLeft:
                Record(offer, OfferState.Standby, "offer.standby");
                return new AnswerResult.Refused("place_taken", t["Toutes les places sont prises. Si l’une se libère, vous serez la première personne appelée."]);
            case PlaceAnswer.Given given:
                Record(offer, OfferState.Accepted, "offer.accepted");
                offer.NeedVersion = need.Version;
                var settlesAt = window is UndoWindow.None ? clock.GetUtcNow() : clock.GetUtcNow() + await times.UndoAsync(cancellation);
                offer.UndoUntil = window is UndoWindow.None ? null : settlesAt;
                jobs.Add(new SettlePlace(given.Assignment.Id), settlesAt);
                return new AnswerResult.Done(offer);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Record(Offer offer, OfferState state, string action)
    {
        offer.State = state;
        offer.Outcome = null;
        offer.AnsweredAt = clock.GetUtcNow();
        offer.SeenAt ??= offer.AnsweredAt;
        journal.Record(action, "offer", offer.Id.Value);
    }

    private enum UndoWindow
    {
        None,
        Open,
    }
}
