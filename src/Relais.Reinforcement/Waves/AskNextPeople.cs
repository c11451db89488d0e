using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Matching.Waves;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Notices;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Waves;

/// <summary>Ask the next people about a need, if places are still free and the need has not changed since.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="Version">Its version when the job was written.</param>
/// <param name="IsMorningAfter">There was nobody left the day before, and who manages was told.</param>
internal sealed record AskNextPeople(Guid NeedId, int Version, bool IsMorningAfter = false) : IJob
{
    public static string Kind => "ask-next-people";

    internal sealed class Handler(
        RelaisDb db, CandidateSearch search, WavePaces paces, PlaceKeeper places, Asking asking, Notifying notifying, JobQueue jobs, TimeProvider clock)
        : IJobHandler<AskNextPeople>
    {
        public async Task HandleAsync(AskNextPeople job, CancellationToken cancellation)
        {
            // Looked for outside the transaction: the search advises, the transaction decides.
            var id = new NeedId(job.NeedId);
            var seen = await db.Set<Need>().AsNoTracking().SingleAsync(n => n.Id == id, cancellation);
            if (!IsAsking(seen, job))
            {
                return;
            }

            var found = await search.InOrderAsync(await search.SearchAsync(seen, cancellation), cancellation);
            var pace = await paces.OfAsync(seen, cancellation);
            var hours = await paces.HoursAsync(cancellation);
            await db.InTransactionAsync(() => AskAsync(job, id, found, pace, hours, cancellation), cancellation);
        }

        private async Task AskAsync(AskNextPeople job, NeedId id, SearchResult found, WavePace pace, WaveHours hours, CancellationToken cancellation)
        {
            await places.LockAsync(id, cancellation);
            var need = await db.Set<Need>().SingleAsync(n => n.Id == id, cancellation);
            var free = await places.FreeCountAsync(need, cancellation);
            if (!IsAsking(need, job) || free is 0)
            {
                return;
            }

            // Two jobs may meet here (a wave that was due and a withdrawal): the answers still awaited shrink the second.
            var since = clock.GetUtcNow() - TimeSpan.FromMinutes(pace.MinutesBetween);
            var waiting = await db.Set<Offer>().CountAsync(o => o.NeedId == id && o.State == OfferState.Waiting && o.SentAt > since, cancellation);
            var asked = await AskStandbyAsync(need, free, cancellation);
            var size = pace.Size(free, waiting + asked);
            var people = found.Askable.Where(person => !person.IsOnStandby).Select(PersonToAsk.From)
                .Where(person => need.CanStillBeReached(clock.GetUtcNow(), person.Minutes)).Take(size).ToList();
            need.Wave++;
            var reached = (await asking.AskAsync(need, need.Wave, people, cancellation)).Count;
            asked += reached;
            need.StillAskable = Math.Max(0, found.Askable.Count - reached);

            PlanNext(job, need, asked > 0 || waiting > 0 ? clock.GetUtcNow().AddMinutes(pace.MinutesBetween) : null, found.QuietUntil, hours);
        }

        /// <param name="job">This wave.</param>
        /// <param name="need">The need, locked.</param>
        /// <param name="waited">Until when those who were asked have to answer; nothing when nobody is.</param>
        /// <param name="quietUntil">When the first of those who sleep may be asked.</param>
        /// <param name="hours">When people may be asked again about what can wait.</param>
        private void PlanNext(AskNextPeople job, Need need, DateTimeOffset? waited, DateTimeOffset? quietUntil, WaveHours hours)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(need.TimeZone);
            need.NextWaveAt = waited is { } next ? need.UrgencyAt(next) is Urgency.Immediate ? next : hours.Awake(next, zone)
                : quietUntil < need.AsksUntil ? quietUntil
                : null;
            if (need.NextWaveAt is not null)
            {
                jobs.AddOnce(new AskNextPeople(need.Id.Value, need.Version), $"{need.Id}/{need.Version}/{need.Wave}", need.NextWaveAt);
                return;
            }

            if (!job.IsMorningAfter)
            {
                notifying.FacilityOf(need, FacilityNews.NobodyLeft);
            }

            // By the morning a week may have begun, a pause ended, a dossier come.
            if (hours.NextMorning(clock.GetUtcNow(), zone) is var morning && morning < need.AsksUntil)
            {
                jobs.AddOnce(new AskNextPeople(need.Id.Value, need.Version, IsMorningAfter: true), $"{need.Id}/{need.Version}/{morning:O}", morning);
            }
        }

        /// <summary>Those who said yes too late are asked again before anybody else; it costs them no request of the week.</summary>
        private async Task<int> AskStandbyAsync(Need need, int free, CancellationToken cancellation)
        {
            var standby = await db.Set<Offer>().Where(o => o.NeedId == need.Id && o.State == OfferState.Standby)
                .OrderBy(o => o.AnsweredAt).Take(free).ToListAsync(cancellation);
            foreach (var offer in standby)
            {
                offer.Ask(need.Version, offer.Wave, clock.GetUtcNow());
                notifying.Invite(offer);
            }

            return standby.Count;
        }

        private bool IsAsking(Need need, AskNextPeople job) =>
            need.State is NeedState.Open && need.Version == job.Version && need.AsksUntil > clock.GetUtcNow();
    }
}
