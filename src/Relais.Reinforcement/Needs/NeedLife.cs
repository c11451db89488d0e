using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Waves;

namespace Relais.Reinforcement.Needs;

/// <summary>What an establishment does with a need: publish, change, stop asking, cancel.</summary>
internal sealed class NeedLife(RelaisDb db, PlaceKeeper places, Notifying notifying, JobQueue jobs, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <summary>Starts asking people.</summary>
    /// <param name="id">The need; one that is published already stays as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="firstWaveIn">How long the first wave waits, when somebody is asked alone before it.</param>
    public Task<NeedResult> PublishAsync(NeedId id, CancellationToken cancellation, TimeSpan firstWaveIn = default) => ActAsync(
        id,
        need =>
        {
            if (need.State is NeedState.Open or NeedState.Filled)
            {
                return Task.FromResult<NeedResult>(new NeedResult.Done(need));
            }

            if (need.State is not NeedState.Draft)
            {
                return Task.FromResult(Refuse("need_ended", t["Ce besoin est terminé : créez-en un nouveau."]));
            }

            if (need.StartsAt <= clock.GetUtcNow())
            {
                return Task.FromResult(Refuse("need_started", t["La mission a déjà commencé : choisissez un autre jour."]));
            }

            need.State = NeedState.Open;
            need.PublishedAt = clock.GetUtcNow();
            need.NextWaveAt = need.PublishedAt + firstWaveIn;
            db.AddRange(Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number }));
            jobs.Add(new AskNextPeople(need.Id.Value, need.Version), need.NextWaveAt);
            jobs.Add(new EndNeed(need.Id.Value, need.Version), need.StartsAt);
            journal.Record("need.published", "need", need.Id.Value);
            return Task.FromResult<NeedResult>(new NeedResult.Done(need));
        },
        cancellation);

    /// <summary>Stops asking; those who hold a place come.</summary>
    public Task<NeedResult> CloseAsync(NeedId id, CancellationToken cancellation) =>
        EndAsync(id, NeedState.Closed, "need.closed", cancellation);

    /// <summary>The shift will not take place: those who were to come are told not to.</summary>
    public Task<NeedResult> CancelAsync(NeedId id, CancellationToken cancellation) =>
        EndAsync(id, NeedState.Cancelled, "need.cancelled", cancellation);

    /// <summary>Changes what concerns those who were asked: each is asked again, and keeps the place until answering.</summary>
    public Task<NeedResult> ChangeAsync(NeedId id, NeedChange change, CancellationToken cancellation) => ActAsync(
        id,
        async need =>
        {
            if (need.State is not (NeedState.Draft or NeedState.Open or NeedState.Filled))
            {
                return Refuse("need_ended", t["Ce besoin est terminé : créez-en un nouveau."]);
            }

            if (need.State is not NeedState.Draft && need.StartsAt <= clock.GetUtcNow())
            {
                return Refuse("need_started", t["La mission a commencé : elle ne se modifie plus. Arrêtez la recherche, ou notez les absences dans les présences."]);
            }

            if (change.StartsAt <= clock.GetUtcNow())
            {
                return Refuse("need_started", t["La mission a déjà commencé : choisissez un autre jour."]);
            }

            var held = await db.Set<Assignment>().CountAsync(a => a.NeedId == id && a.ReleasedAt == null, cancellation);
            if (change.HeadCount < held)
            {
                return Refuse("places_held", t["{0} personnes tiennent déjà une place : on ne peut pas descendre en dessous.", held]);
            }

            await ApplyAsync(need, change, cancellation);
            if (need.State is not NeedState.Draft)
            {
                await AskAgainAsync(need, cancellation);
            }

            journal.Record("need.changed", "need", need.Id.Value);
            return new NeedResult.Done(need);
        },
        cancellation);

    private async Task ApplyAsync(Need need, NeedChange change, CancellationToken cancellation)
    {
        if (need.State is not NeedState.Draft && change.HeadCount != need.HeadCount)
        {
            await ResizeAsync(need, change.HeadCount, cancellation);
        }

        (need.StartsAt, need.EndsAt, need.BreakMinutes) = (change.StartsAt, change.EndsAt, change.BreakMinutes);
        (need.Site, need.Instructions) = (change.Site, change.Instructions);
        (need.ContactName, need.ContactPhone, need.HeadCount) = (change.ContactName, change.ContactPhone, change.HeadCount);
        need.LateUntil = null;
        need.Version++;
    }

    /// <summary>Adds places at the end, or removes free ones.</summary>
    private async Task ResizeAsync(Need need, int headCount, CancellationToken cancellation)
    {
        var all = await db.Set<Place>().Where(place => place.NeedId == need.Id).OrderBy(place => place.Number).ToListAsync(cancellation);
        var used = await db.Set<Assignment>().Where(a => a.NeedId == need.Id).GroupBy(a => a.PlaceNumber)
            .Select(group => new { Number = group.Key, IsHeld = group.Any(a => a.ReleasedAt == null) }).ToListAsync(cancellation);
        var held = used.Where(place => place.IsHeld).Select(place => place.Number).ToHashSet();

        db.AddRange(Enumerable.Range(1, Math.Max(0, headCount - all.Count))
            .Select(extra => new Place { NeedId = need.Id, Number = all.Count + extra }));
        var surplus = all.Where(place => !held.Contains(place.Number)).Reverse().Take(Math.Max(0, all.Count - headCount)).ToList();
        var numbers = surplus.ConvertAll(place => place.Number);

        // A place that was held once leaves with its released assignments; the journal keeps who held it.
        await db.Set<Assignment>().Where(a => a.NeedId == need.Id && numbers.Contains(a.PlaceNumber)).ExecuteDeleteAsync(cancellation);
        db.RemoveRange(surplus);
    }

    private async Task AskAgainAsync(Need need, CancellationToken cancellation)
    {
        foreach (var offer in await LiveOffersAsync(need, cancellation))
        {
            offer.NeedVersion = need.Version;
            offer.UndoUntil = null;
            if (offer.State is OfferState.Accepted && !await places.KeepAsync(need, offer, cancellation))
            {
                offer.State = OfferState.Ended;
                offer.Outcome = OfferOutcome.RulesForbid;
                notifying.CalledOff(offer);
                continue;
            }

            offer.State = offer.State is OfferState.Accepted ? OfferState.ToReconfirm : OfferState.Waiting;
            offer.AnsweredAt = null;
            notifying.AskAgain(offer);
        }

        need.State = NeedState.Open;
        need.EndedAt = null;
        jobs.Add(new AskNextPeople(need.Id.Value, need.Version));
        jobs.Add(new EndNeed(need.Id.Value, need.Version), need.StartsAt);
    }

    private Task<NeedResult> EndAsync(NeedId id, NeedState end, string action, CancellationToken cancellation) => ActAsync(
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
            foreach (var offer in await LiveOffersAsync(need, cancellation))
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

    private Task<List<Offer>> LiveOffersAsync(Need need, CancellationToken cancellation) => db.Set<Offer>()
        .Where(o => o.NeedId == need.Id && o.State != OfferState.Ended && o.State != OfferState.Declined && o.State != OfferState.Withdrawn)
        .ToListAsync(cancellation);

    private Task<NeedResult> ActAsync(NeedId id, Func<Need, Task<NeedResult>> act, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await places.LockAsync(id, cancellation);
            return await db.Set<Need>().SingleOrDefaultAsync(n => n.Id == id, cancellation) is { } need ? await act(need) : new NeedResult.Unknown();
        },
        cancellation);

    private static NeedResult Refuse(string code, string sentence) => new NeedResult.Refused(code, sentence);
}
