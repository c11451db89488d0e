using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Missions.Contracts;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Waves;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Demonstration;

/// <summary>What happens to the needs of the demonstration: people are asked, look, answer; places are taken.</summary>
internal sealed class InventedStory(
    RelaisDb db, IDemonstrationCast cast, NeedDrafts drafts, NeedLife life, Answering answering, PlaceKeeper places, IMissions missions,
    IJobHandler<AskNextPeople> wave, IJobHandler<SettlePlace> settle)
{
    private static readonly double[] HoursAgo = [.7, 2, 5, 9, 14];

    /// <summary>A first wave left: the nurse whose sign-in is printed has not answered, some have looked, one said no.</summary>
    public async Task AskAsync(Need need, CancellationToken cancellation)
    {
        var offers = await SendAsync(need, cancellation);
        await LookAsync(offers, cancellation);
        if (offers is [.., var last] && last.PersonId != await NurseAsync(cancellation))
        {
            await answering.DeclineAsync(last.Id, notThisWeek: false, "Déjà prise ce jour-là, une autre fois volontiers.", cancellation);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>One wave after the other says no, until nobody is left.</summary>
    public async Task RefuseAsync(Need need, CancellationToken cancellation)
    {
        var waiting = await SendAsync(need, cancellation);
        while (waiting.Count > 0)
        {
            foreach (var offer in waiting)
            {
                await answering.DeclineAsync(offer.Id, notThisWeek: false, note: null, cancellation);
            }

            db.ChangeTracker.Clear();
            await wave.HandleAsync(new AskNextPeople(need.Id.Value, need.Version), cancellation);
            db.ChangeTracker.Clear();
            waiting = await db.Set<Offer>().AsNoTracking().Where(offer => offer.NeedId == need.Id && offer.State == OfferState.Waiting).ToListAsync(cancellation);
        }
    }

    /// <summary>Every place is held, and the time to undo is over.</summary>
    public async Task FillAsync(Need need, CancellationToken cancellation)
    {
        var offers = await SendAsync(need, cancellation);
        await LookAsync(offers, cancellation);
        var nurse = await NurseAsync(cancellation);
        foreach (var offer in offers.Where(offer => offer.PersonId != nurse).Take(need.HeadCount))
        {
            await answering.AcceptAsync(offer.Id, need.Version, cancellation);
        }

        foreach (var assignment in await db.Set<Assignment>().AsNoTracking().Where(a => a.NeedId == need.Id).Select(a => a.Id).ToListAsync(cancellation))
        {
            await settle.HandleAsync(new SettlePlace(assignment), cancellation);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Three said yes, the manager has not chosen yet.</summary>
    public async Task CollectCandidatesAsync(Need need, CancellationToken cancellation)
    {
        var offers = await SendAsync(need, cancellation);
        await LookAsync(offers, cancellation);
        foreach (var offer in offers.Take(3))
        {
            await answering.AcceptAsync(offer.Id, need.Version, cancellation);
        }

        db.ChangeTracker.Clear();
    }

    public async Task CallOffAsync(Need need, CancellationToken cancellation)
    {
        await SendAsync(need, cancellation);
        await life.CancelAsync(need.Id, cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Nobody was found in time.</summary>
    public async Task PassUnfilledAsync(FacilitySummary hospital, InventedShift shift, DateTimeOffset day, CancellationToken cancellation)
    {
        var need = (await drafts.WriteAsync(hospital.Number, shift.On(day), cancellation))!;
        (need.State, need.PublishedAt, need.EndedAt) = (NeedState.Closed, need.StartsAt.AddDays(-1), need.StartsAt);
        db.AddRange(Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number }));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>A shift that took place in the nurse's own town: she came, and is of the establishment's own pool since.</summary>
    public async Task FillLongAgoAsync(FacilitySummary hospital, InventedShift shift, DateTimeOffset day, bool areHoursAgreed, CancellationToken cancellation)
    {
        var need = (await drafts.WriteAsync(hospital.Number, shift.On(day), cancellation))!;
        need.State = NeedState.Open;
        need.PublishedAt = need.StartsAt.AddDays(-1);
        db.AddRange(Enumerable.Range(1, need.HeadCount).Select(number => new Place { NeedId = need.Id, Number = number }));
        var offer = new Offer
        {
            NeedId = need.Id,
            PersonId = await NurseAsync(cancellation),
            NeedVersion = need.Version,
            Wave = 1,
            Minutes = 0,
            Reasons = "[\"declared-free\",\"journey:0\"]",
            SentAt = need.PublishedAt.Value,
            SeenAt = need.PublishedAt,
            AnsweredAt = need.PublishedAt,
            State = OfferState.Accepted,
        };
        db.Add(offer);
        await db.SaveChangesAsync(cancellation);
        await db.InTransactionAsync(
            async () =>
            {
                if (await places.GiveAsync(need, offer, cancellation) is PlaceAnswer.Given given)
                {
                    given.Assignment.SettledAt = need.PublishedAt;
                    await missions.OpenAsync(given.Assignment.Mission(need, offer), cancellation);
                    if (areHoursAgreed)
                    {
                        await missions.AgreeAsPlannedAsync(given.Assignment.Origin(), cancellation);
                    }
                }

                need.State = NeedState.Closed;
                need.EndedAt = need.StartsAt;
            },
            cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task<List<Offer>> SendAsync(Need need, CancellationToken cancellation)
    {
        await life.PublishAsync(need.Id, cancellation);
        db.ChangeTracker.Clear();
        await wave.HandleAsync(new AskNextPeople(need.Id.Value, need.Version), cancellation);
        db.ChangeTracker.Clear();

        // Somebody has been looked for since this morning, or since yesterday: some are late, and the answers took their time.
        var since = need.CreatedAt.AddHours(-HoursAgo[await db.Set<Need>().CountAsync(cancellation) % HoursAgo.Length]);
        await db.Set<Need>().Where(one => one.Id == need.Id).ExecuteUpdateAsync(one => one.SetProperty(n => n.PublishedAt, since), cancellation);
        return await db.Set<Offer>().AsNoTracking().Where(offer => offer.NeedId == need.Id).OrderBy(offer => offer.Id).ToListAsync(cancellation);
    }

    /// <summary>Two in three have opened the message.</summary>
    private async Task LookAsync(IReadOnlyList<Offer> offers, CancellationToken cancellation)
    {
        var nurse = await NurseAsync(cancellation);
        foreach (var offer in offers.Where((offer, rank) => rank % 3 is not 0 && offer.PersonId != nurse))
        {
            await answering.MarkSeenAsync(offer.Id, cancellation);
        }

        db.ChangeTracker.Clear();
    }

    private Task<PersonId> NurseAsync(CancellationToken cancellation) => cast.FindAsync("volunteer", cancellation);
}
