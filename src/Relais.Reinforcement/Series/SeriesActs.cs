using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Journal;
using Relais.Kernel.Wording;
using Relais.Matching.Rest;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Series;

/// <summary>
/// Acts on several dates of a series at once, all or none. The rows of the needs are locked first, in the order of their
/// ids, then those of people: two acts on a series wait for each other and never in a circle.
/// </summary>
internal sealed class SeriesActs(
    RelaisDb db, NeedLife life, NeedChanging changing, PlaceKeeper places, NeedText text, JournalWriter journal, Words t, TimeProvider clock)
{
    /// <summary>Changes the dates to come from that of a need on, but those that were changed alone.</summary>
    /// <param name="opened">The date from which somebody changes the series; it changes in any case.</param>
    /// <param name="form">Its day is that of the need: many dates do not move at once.</param>
    /// <param name="isWhole">The dates before it too.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<NeedResult> ChangeAsync(Need opened, ShiftForm form, bool isWhole, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var (series, from) = (opened.SeriesId!.Value, isWhole ? DateOnly.MinValue : opened.SeriesDay!.Value);
            var needs = (await LockAsync(series, cancellation))
                .FindAll(need => IsToCome(need) && need.SeriesDay >= from && (!need.ChangedAlone || need.Id == opened.Id));
            var changes = needs.ConvertAll(need =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
                return form.ToChange(PlaceTime.DayOf(need.StartsAt, zone), zone);
            });
            foreach (var (need, change) in needs.Zip(changes))
            {
                if (await changing.WhyNotAsync(need, change, cancellation) is { } refused)
                {
                    return new NeedResult.Refused(refused.Code, t["{0} : {1}", text.When(need), refused.Sentence]);
                }
            }

            foreach (var (need, change) in needs.Zip(changes))
            {
                await changing.ApplyAsync(need, change, cancellation);
            }

            if (isWhole)
            {
                var whole = await db.Set<NeedSeries>().SingleAsync(s => s.Id == series, cancellation);
                (whole.Starts, whole.Ends) = (form.Starts!.Value, form.Ends!.Value);
            }

            journal.Record("need-series.changed", "need-series", series, detail: $"dates={needs.Count}");
            return (NeedResult)new NeedResult.Done(opened);
        },
        cancellation);

    /// <summary>Cancels the dates to come from a day on, those changed alone included.</summary>
    /// <returns>How many.</returns>
    public Task<int> CancelAsync(Guid series, DateOnly from, CancellationToken cancellation) => EachAsync(
        series, "need-series.cancelled", need => IsToCome(need) && need.SeriesDay >= from, life.CancelAsync, cancellation);

    /// <summary>Takes back what was cancelled since an instant and can still take place.</summary>
    /// <returns>How many.</returns>
    public Task<int> RestoreAsync(Guid series, DateTimeOffset since, CancellationToken cancellation) => EachAsync(
        series, "need-series.restored", need => need.State is NeedState.Cancelled && need.EndedAt >= since && need.StartsAt > clock.GetUtcNow(), life.RestoreAsync, cancellation);

    private Task<int> EachAsync(
        Guid series, string action, Predicate<Need> takes, Func<NeedId, CancellationToken, Task<NeedResult>> act, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var needs = (await LockAsync(series, cancellation)).FindAll(takes);
            foreach (var need in needs)
            {
                await act(need.Id, cancellation);
            }

            journal.Record(action, "need-series", series, detail: $"dates={needs.Count}");
            return needs.Count;
        },
        cancellation);

    private async Task<List<Need>> LockAsync(Guid series, CancellationToken cancellation)
    {
        var ids = await db.Set<Need>().Where(need => need.SeriesId == series).Select(need => need.Id).ToListAsync(cancellation);
        foreach (var id in ids.OrderBy(id => id.Value))
        {
            await places.LockAsync(id, cancellation);
        }

        return await db.Set<Need>().Where(need => need.SeriesId == series).OrderBy(need => need.SeriesDay).ToListAsync(cancellation);
    }

    private bool IsToCome(Need need) => need.State is NeedState.Draft or NeedState.Open or NeedState.Filled && need.StartsAt > clock.GetUtcNow();
}
