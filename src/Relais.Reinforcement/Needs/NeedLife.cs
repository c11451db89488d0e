using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Needs;

/// <summary>What an establishment does with a need: publish, stop asking, cancel, restore. <see cref="NeedChanging"/> changes it.</summary>
internal sealed class NeedLife(
    RelaisDb db, NeedDesk desk, PlaceKeeper places, IFacilities facilities, ExclusionList exclusions, Notifying notifying, JobQueue jobs, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <summary>Starts asking people.</summary>
    /// <param name="id">The need; one that is published already stays as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="firstWaveIn">How long the first wave waits, when somebody is asked alone before it.</param>
    public Task<NeedResult> PublishAsync(NeedId id, CancellationToken cancellation, TimeSpan firstWaveIn = default) => desk.ActAsync(
        id,
        async need =>
        {
            if (need.State is NeedState.Open or NeedState.Filled)
            {
                return new NeedResult.Done(need);
            }

            if (need.State is not NeedState.Draft)
            {
                return Refuse("need_ended", t["Ce besoin est terminé : créez-en un nouveau."]);
            }

            if (await WhyNotAskAsync(need, cancellation) is { } refused)
            {
                return refused;
            }

            (need.State, need.PublishAt) = (NeedState.Open, null);
            need.PublishedAt = clock.GetUtcNow();
            need.NextWaveAt = need.PublishedAt + firstWaveIn;
            db.AddRange(Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number }));
            jobs.Add(new AskNextPeople(need.Id.Value, need.Version), need.NextWaveAt);
            jobs.Add(new EndNeed(need.Id.Value, need.Version), need.StartsAt);
            journal.Record("need.published", "need", need.Id.Value);
            return new NeedResult.Done(need);
        },
        cancellation);

    /// <summary>Stops asking; those who hold a place come.</summary>
    public Task<NeedResult> CloseAsync(NeedId id, CancellationToken cancellation) =>
        EndAsync(id, NeedState.Closed, "need.closed", cancellation);

    /// <summary>The shift will not take place: those who were to come are told not to.</summary>
    public Task<NeedResult> CancelAsync(NeedId id, CancellationToken cancellation) =>
        EndAsync(id, NeedState.Cancelled, "need.cancelled", cancellation);

    /// <summary>Takes a cancellation back: who had been asked is asked again, first of all.</summary>
    public Task<NeedResult> RestoreAsync(NeedId id, CancellationToken cancellation) => desk.ActAsync(
        id,
        async need =>
        {
            if (need.State is not NeedState.Cancelled)
            {
                return Refuse("need_not_cancelled", t["Ce besoin n’est pas annulé."]);
            }

            if (await WhyNotAskAsync(need, cancellation) is { } refused)
            {
                return refused;
            }

            need.EndedAt = null;
            if (need.PublishedAt is null)
            {
                need.State = NeedState.Draft;
                jobs.Add(new PublishInTurn(need.Id.Value), need.PublishAt);
            }
            else
            {
                await ReopenAsync(need, cancellation);
            }

            journal.Record("need.restored", "need", need.Id.Value);
            return new NeedResult.Done(need);
        },
        cancellation);

    /// <summary>Why nobody can be asked for it, or asked again.</summary>
    private async Task<NeedResult?> WhyNotAskAsync(Need need, CancellationToken cancellation)
    {
        if (need.StartsAt <= clock.GetUtcNow())
        {
            return Refuse("need_started", t["La mission a déjà commencé : choisissez un autre jour."]);
        }

        if (await facilities.FindAsync(need.Finess, cancellation) is { ClosedAt: not null } closed)
        {
            return Refuse("facility_closed", t["{0} est fermé : aucun besoin ne peut plus y être publié.", closed.Name]);
        }

        return null;
    }

    private async Task ReopenAsync(Need need, CancellationToken cancellation)
    {
        need.State = NeedState.Open;
        need.Version++;
        var excluded = await exclusions.AtAsync(need.Finess, cancellation);
        var cancelled = await db.Set<Offer>().Where(o => o.NeedId == need.Id && o.Outcome == OfferOutcome.Cancelled).ToListAsync(cancellation);
        foreach (var offer in cancelled.Where(offer => !excluded.Contains(offer.PersonId.Value)))
        {
            offer.Ask(need.Version, offer.Wave, clock.GetUtcNow());
            notifying.AskAgain(offer);
        }

        need.NextWaveAt = clock.GetUtcNow();
        jobs.Add(new AskNextPeople(need.Id.Value, need.Version), need.NextWaveAt);
        jobs.Add(new EndNeed(need.Id.Value, need.Version), need.StartsAt);
    }

    private Task<NeedResult> EndAsync(NeedId id, NeedState end, string action, CancellationToken cancellation) => desk.ActAsync(
        id,
        async need =>
        {
            if (need.State == end)
            {
                return new NeedResult.Done(need);
            }

            if (need.State is not (NeedState.Draft or NeedState.Open or NeedState.Filled))
            {
                return Refuse("need_ended", t["Ce besoin est déjà terminé."]);
            }

            if (end is NeedState.Cancelled && need.State is not NeedState.Draft && need.StartsAt <= clock.GetUtcNow())
            {
                return Refuse("need_started", t["La mission a commencé : elle ne s’annule plus. Arrêtez la recherche, ou notez les absences dans les présences."]);
            }

            need.State = end;
            need.EndedAt = clock.GetUtcNow();
            need.NextWaveAt = null;
            foreach (var offer in await db.LiveOffersAsync(need, cancellation))
            {
                await EndOfferAsync(need, offer, cancellation);
            }

            journal.Record(action, "need", need.Id.Value);
            return new NeedResult.Done(need);
        },
        cancellation);

    private async Task EndOfferAsync(Need need, Offer offer, CancellationToken cancellation)
    {
        var holds = offer.State is OfferState.Accepted or OfferState.ToReconfirm;
        if (holds && need.State is NeedState.Closed)
        {
            return;
        }

        if (holds)
        {
            await places.ReleaseAsync(need, offer, cancellation);
        }

        offer.State = OfferState.Ended;
        offer.Outcome = OfferOutcome.Cancelled;
        if (holds)
        {
            notifying.CalledOff(offer);
        }
        else
        {
            notifying.HowItEnded(offer);
        }
    }

    private static NeedResult Refuse(string code, string sentence) => new NeedResult.Refused(code, sentence);
}
