using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Rules;
using Relais.Kernel.Time;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Api;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Series;

/// <summary>What a manager or a program asks for: a first need, and how it repeats.</summary>
/// <param name="Id">Chosen by who asks: the same request sent twice makes one series.</param>
/// <param name="First">The need, on whatever day.</param>
/// <param name="Starts">Clock times of the place, on every date.</param>
/// <param name="Ends">At or before the start: the next day.</param>
/// <param name="LeadDays">How long before it begins each date is published; as the rules say when none is given.</param>
internal sealed record SeriesRequest(Guid Id, NeedPlace Place, NewNeedBody First, TimeOnly Starts, TimeOnly Ends, Recurrence Pattern, int? LeadDays)
{
    public ShiftTime On(DateOnly day) => ShiftTime.From(day, Starts, Ends, Place.Zone);
}

/// <summary>Works out the dates of a series, and writes them down: each is a draft that publishes itself in turn.</summary>
internal sealed class SeriesDrafts(
    RelaisDb db, NeedDrafts drafts, DatedRules rules, JobQueue jobs, JournalWriter journal, ICurrentUser user, Words t, TimeProvider clock)
{
    public Task<SeriesLimits> LimitsAsync(CancellationToken cancellation) =>
        SeriesLimits.OfAsync(rules, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);

    public async Task<SeriesAnswer> PlanAsync(SeriesRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var limits = await LimitsAsync(cancellation);
        var dates = request.Pattern.Dates().Take(limits.MostDates + 1).ToList();
        var kept = dates.FindAll(date => date.IsKept);
        return dates.Count > limits.MostDates
                ? new SeriesAnswer.Refused("too_many", t["Une série compte {0} dates au plus : rapprochez la fin, ou faites deux séries.", limits.MostDates])
            : kept.Count is 0
                ? new SeriesAnswer.Refused("no_date", t["Cette répétition ne donne aucune date : vérifiez les jours, la fin et les dates écartées."])
            : dates[^1].Day > DateOnly.FromDateTime(now.UtcDateTime).AddYears(1)
                ? new SeriesAnswer.Refused("too_far", t["Une série va jusqu’à douze mois d’ici : rapprochez la fin."])
            : request.On(kept[0].Day).StartsAt <= now
                ? new SeriesAnswer.Refused("need_started", t["Ce moment est déjà passé : choisissez un jour ou une heure à venir."])
            : new SeriesAnswer.Planned(Plan(request, dates, limits, now));
    }

    /// <returns>False when the series was written before, by the same request.</returns>
    public async Task<bool> WriteAsync(SeriesRequest request, SeriesPlan plan, CancellationToken cancellation)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    db.Add(SeriesOf(request, plan));
                    await db.SaveChangesAsync(cancellation);
                    foreach (var need in plan.Needs)
                    {
                        db.Add(need);
                        jobs.Add(new PublishInTurn(need.Id.Value), need.PublishAt);
                    }

                    journal.Record("need-series.created", "need-series", request.Id, detail: $"dates={plan.Needs.Count()}");
                },
                cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (exception.RefusedBy("need_series_pkey", "need_series.id"))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private SeriesPlan Plan(SeriesRequest request, IReadOnlyList<RecurrenceDate> dates, SeriesLimits limits, DateTimeOffset now)
    {
        var planned = dates.Select(date => new PlannedDate(date, date.IsKept ? DraftOn(request, date.Day) : null)).ToList();
        var plan = new SeriesPlan(planned, request.LeadDays ?? limits.LeadDays, limits.Between);
        var times = PublicationTimes.Of(plan.Needs.Select(need => need.StartsAt), TimeSpan.FromDays(plan.LeadDays), limits.Between, now);
        foreach (var (date, publishAt) in planned.Where(date => date.Need is not null).Zip(times))
        {
            date.Need!.Join(request.Id, date.Date.Day, publishAt);
        }

        return plan;
    }

    private Need DraftOn(SeriesRequest request, DateOnly day)
    {
        var shift = request.On(day);
        return drafts.Draft(request.Place, request.First with { StartsAt = shift.StartsAt, EndsAt = shift.EndsAt });
    }

    private NeedSeries SeriesOf(SeriesRequest request, SeriesPlan plan) => new()
    {
        Id = request.Id,
        Finess = request.Place.Finess,
        CommuneCode = request.Place.Commune,
        Cell = request.First.Cell!,
        Starts = request.Starts,
        Ends = request.Ends,
        TimeZone = request.Place.Zone.Id,
        Pattern = request.Pattern,
        LeadDays = plan.LeadDays,
        CreatedBy = user.IsSignedIn ? user.Account.Value : null,
        CreatedAt = clock.GetUtcNow(),
    };
}
