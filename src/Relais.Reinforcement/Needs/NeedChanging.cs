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

/// <summary>Changes what concerns those who were asked: each is asked again, and keeps the place until answering.</summary>
internal sealed class NeedChanging(
    RelaisDb db, NeedDesk desk, PlaceKeeper places, Notifying notifying, JobQueue jobs, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <summary>Changes this need; one of a series parts from the others.</summary>
    public Task<NeedResult> ChangeAsync(NeedId id, NeedChange change, CancellationToken cancellation) => desk.ActAsync(
        id,
        async need =>
        {
            if (await WhyNotAsync(need, change, cancellation) is { } refused)
            {
                return refused;
            }

            need.ChangedAlone = need.SeriesId is not null;
            await ApplyAsync(need, change, cancellation);
            return new NeedResult.Done(need);
        },
        cancellation);

    /// <returns>Nothing when the need may change so.</returns>
    public async Task<NeedResult.Refused?> WhyNotAsync(Need need, NeedChange change, CancellationToken cancellation)
    {
        if (need.State is not (NeedState.Draft or NeedState.Open or NeedState.Filled))
        {
            return new NeedResult.Refused("need_ended", t["Ce besoin est terminé : créez-en un nouveau."]);
        }

        if (need.State is not NeedState.Draft && need.StartsAt <= clock.GetUtcNow())
        {
            return new NeedResult.Refused("need_started", t["La mission a commencé : elle ne se modifie plus. Arrêtez la recherche, ou notez les absences dans les présences."]);
        }

        if (change.StartsAt <= clock.GetUtcNow())
        {
            return new NeedResult.Refused("need_started", t["La mission a déjà commencé : choisissez un autre jour."]);
        }

        var held = await db.Set<Assignment>().CountAsync(a => a.NeedId == need.Id && a.ReleasedAt == null, cancellation);
        return change.HeadCount < held
            ? new NeedResult.Refused("places_held", t["{0} personnes tiennent déjà une place : on ne peut pas descendre en dessous.", held])
            : null;
    }

    /// <summary>Makes a change that nothing forbids. Call it with the need's row locked.</summary>
    public async Task ApplyAsync(Need need, NeedChange change, CancellationToken cancellation)
    {
        if (need.State is not NeedState.Draft && change.HeadCount != need.HeadCount)
        {
            await ResizeAsync(need, change.HeadCount, cancellation);
        }

        PlanAgain(need, change.StartsAt);
        (need.StartsAt, need.EndsAt, need.BreakMinutes) = (change.StartsAt, change.EndsAt, change.BreakMinutes);
        (need.Site, need.Instructions) = (change.Site, change.Instructions);
        (need.ContactName, need.ContactPhone, need.HeadCount) = (change.ContactName, change.ContactPhone, change.HeadCount);
        need.LateUntil = null;
        need.Version++;
        if (need.State is not NeedState.Draft)
        {
            await AskAgainAsync(need, cancellation);
        }

        journal.Record("need.changed", "need", need.Id.Value);
    }

    /// <summary>A draft that publishes itself does so as long before its new hour as before the old one.</summary>
    private void PlanAgain(Need need, DateTimeOffset startsAt)
    {
        if (need is { State: NeedState.Draft, PublishAt: { } at } && startsAt != need.StartsAt)
        {
            need.PublishAt = at + (startsAt - need.StartsAt);
            jobs.Add(new PublishInTurn(need.Id.Value), need.PublishAt);
        }
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
        foreach (var offer in await db.LiveOffersAsync(need, cancellation))
        {
            offer.NeedVersion = need.Version;
            offer.UndoUntil = null;
            var holds = offer.State is OfferState.Accepted or OfferState.ToReconfirm;
            if (holds && !await places.KeepAsync(need, offer, cancellation))
            {
                offer.State = OfferState.Ended;
                offer.Outcome = OfferOutcome.RulesForbid;
                notifying.CalledOff(offer);
                continue;
            }

            offer.State = holds ? OfferState.ToReconfirm : OfferState.Waiting;
            offer.AnsweredAt = null;
            notifying.AskAgain(offer);
        }

        need.State = NeedState.Open;
        need.EndedAt = null;
        jobs.Add(new AskNextPeople(need.Id.Value, need.Version));
        jobs.Add(new EndNeed(need.Id.Value, need.Version), need.StartsAt);
    }
}
