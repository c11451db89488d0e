using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Places;
using Relais.Reinforcement.Waves;

namespace Relais.Reinforcement.RegionPlans;

/// <summary>Names a line of a plan.</summary>
internal readonly record struct LineName(NeedId Need, PersonId Person)
{
    /// <summary>As a tick box says it; nothing for what is not one.</summary>
    public static LineName? Read(string? text) =>
        text?.Split('/') is [var need, var person] && Guid.TryParse(need, out var one) && Guid.TryParse(person, out var other) ? new LineName(new NeedId(one), new PersonId(other)) : null;

    public override string ToString() => $"{Need}/{Person}";
}

/// <param name="Asked">People who were asked.</param>
/// <param name="Later">Those who are asked when their quiet hours are over.</param>
/// <param name="Gone">Those who can no longer be asked.</param>
internal sealed record Followed(int Asked, int Later, int Gone)
{
    public static Followed Nobody { get; } = new(0, 0, 0);

    public Followed And(Followed other) => new(Asked + other.Asked, Later + other.Later, Gone + other.Gone);
}

/// <summary>
/// Follows a plan, line by line, or not. A line is asked by the rules of this moment, those of a wave: who said yes elsewhere
/// since, or was asked enough this week, is not asked again because a plan said so.
/// </summary>
internal sealed class PlanDecisions(
    RelaisDb db, CandidateSearch search, PlaceKeeper places, IQuietHours quietHours, Asking asking, JobQueue jobs, JournalWriter journal, TimeProvider clock)
{
    /// <summary>The reason that an offer gives beside those of the order.</summary>
    public const string Reason = "planned";

    /// <summary>Asks the people of these lines; those decided already stay as they are.</summary>
    public async Task<Followed> FollowAsync(Guid plan, IReadOnlyCollection<LineName> lines, PersonId by, CancellationToken cancellation)
    {
        var followed = Followed.Nobody;
        foreach (var need in lines.GroupBy(line => line.Need).OrderBy(group => group.Key.Value))
        {
            followed = followed.And(await FollowAsync(plan, need.Key, [.. need.Select(line => line.Person)], by, LineState.Proposed, cancellation));
        }

        return followed;
    }

    /// <summary>Does not follow these lines, and keeps why.</summary>
    /// <returns>How many.</returns>
    public Task<int> SetAsideAsync(Guid plan, IReadOnlyCollection<LineName> lines, string why, PersonId by, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var set = 0;
            foreach (var need in lines.GroupBy(line => line.Need).OrderBy(group => group.Key.Value))
            {
                await places.LockAsync(need.Key, cancellation);
                foreach (var line in await LinesAsync(plan, need.Key, [.. need.Select(line => line.Person)], LineState.Proposed, cancellation))
                {
                    line.Decide(LineState.SetAside, why, by, clock.GetUtcNow());
                    set++;
                }
            }

            journal.Record("region-plan.set-aside", "region_plan", plan, $"lines={set}");
            await db.SaveChangesAsync(cancellation);
            return set;
        },
        cancellation);

    /// <summary>Proposes again what was set aside; anything else stays as it is.</summary>
    public Task TakeBackAsync(Guid plan, LineName name, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            await places.LockAsync(name.Need, cancellation);
            foreach (var line in await LinesAsync(plan, name.Need, [name.Person], LineState.SetAside, cancellation))
            {
                line.TakeBack();
                journal.Record("region-plan.taken-back", "region_plan", plan);
            }

            await db.SaveChangesAsync(cancellation);
        },
        cancellation);

    /// <summary>Asks who was to be asked once their quiet hours were over.</summary>
    public Task<Followed> FollowLaterAsync(Guid plan, LineName line, PersonId by, CancellationToken cancellation) =>
        FollowAsync(plan, line.Need, [line.Person], by, LineState.Later, cancellation);

    private async Task<Followed> FollowAsync(Guid plan, NeedId id, IReadOnlyList<PersonId> people, PersonId by, LineState from, CancellationToken cancellation)
    {
        // Looked for outside the transaction: the search advises, the transaction decides.
        var seen = await db.Set<Need>().AsNoTracking().SingleAsync(need => need.Id == id, cancellation);
        var now = clock.GetUtcNow();
        var askable = seen.State is NeedState.Open && seen.StartsAt > now
            ? (await search.SearchAsync(seen, cancellation, evenQuiet: true)).Askable.ToDictionary(one => new PersonId(one.Survivor.Person.Person))
            : [];
        var quiet = await quietHours.EndAsync(people, now, isUrgent: seen.UrgencyAt(now) is Urgency.Immediate, cancellation);
        return await db.InTransactionAsync(
            async () =>
            {
                await places.LockAsync(id, cancellation);
                var need = await db.Set<Need>().SingleAsync(one => one.Id == id, cancellation);
                var undecided = await LinesAsync(plan, id, people, from, cancellation);
                var isOpen = need.State is NeedState.Open && need.Version == seen.Version && await places.FreeCountAsync(need, cancellation) > 0;
                var standing = undecided.Where(line => isOpen && askable.ContainsKey(line.PersonId)).ToList();
                var later = standing.Where(line => quiet.TryGetValue(line.PersonId, out var end) && end < need.AsksUntil).Select(line => line.PersonId).ToHashSet();
                var toAsk = standing.Where(line => !quiet.ContainsKey(line.PersonId)).Select(line => Planned(PersonToAsk.From(askable[line.PersonId]))).ToList();
                var asked = (await asking.AskAsync(need, Math.Max(1, need.Wave), toAsk, cancellation)).Select(offer => offer.PersonId).ToHashSet();
                foreach (var line in undecided)
                {
                    line.Decide(asked.Contains(line.PersonId) ? LineState.Asked : later.Contains(line.PersonId) ? LineState.Later : LineState.Gone, why: null, by, clock.GetUtcNow());
                }

                foreach (var person in later)
                {
                    jobs.Add(new AskLater(plan, id.Value, person.Value, by.Value), quiet[person]);
                }

                await db.SaveChangesAsync(cancellation);
                return new Followed(asked.Count, later.Count, undecided.Count - asked.Count - later.Count);
            },
            cancellation);
    }

    private async Task<List<RegionPlanLine>> LinesAsync(Guid plan, NeedId need, IReadOnlyList<PersonId> people, LineState state, CancellationToken cancellation) =>
        await db.Set<RegionPlanLine>().Where(line => line.PlanId == plan && line.NeedId == need && line.State == state && EF.Parameter(people).Contains(line.PersonId))
            .ToListAsync(cancellation);

    private static PersonToAsk Planned(PersonToAsk person) => person with { Reasons = [Reason, .. person.Reasons] };
}
