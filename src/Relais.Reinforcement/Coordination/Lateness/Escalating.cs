using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Rules;
using Relais.Reinforcement.Needs;
using Relais.Territory.Contracts;

namespace Relais.Reinforcement.Coordination.Lateness;

/// <summary>Looks, every five minutes, for places that stayed free for too long.</summary>
internal sealed record EscalateLate : IJob
{
    public static string Kind => "escalate-late";

    internal sealed class Handler(Escalating escalating) : IJobHandler<EscalateLate>
    {
        public Task HandleAsync(EscalateLate job, CancellationToken cancellation) => escalating.EscalateAsync(cancellation);
    }
}

/// <summary>Tells who is next when places stay free: first who coordinates the territory, then the national crisis centre. Once for each.</summary>
internal sealed class Escalating(
    RelaisDb db, FreePlaces places, DatedRules rules, ITerritories territories, IRoles roles, Outbox outbox, JournalWriter journal, TimeProvider clock)
{
    public Task EscalateAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var needs = await db.Set<Need>().AsNoTracking().Where(need => need.State == NeedState.Open && (need.LateUntil ?? need.StartsAt) > now).ToListAsync(cancellation);
            var free = await places.OfAsync(needs, cancellation);
            var deadlines = await Deadlines.InForceAsync(rules, now, cancellation);
            var ids = free.Keys.ToList();
            var told = (await db.Set<Escalation>().AsNoTracking().Where(escalation => EF.Parameter(ids).Contains(escalation.NeedId)).ToListAsync(cancellation))
                .Select(escalation => (escalation.NeedId, escalation.Step, escalation.FreeSince)).ToHashSet();
            foreach (var need in needs.Where(need => free.ContainsKey(need.Id)))
            {
                var since = free[need.Id].Since;
                foreach (var step in Enum.GetValues<EscalationStep>())
                {
                    if (deadlines.Of(need, since, step) <= now && !told.Contains((need.Id, step, since)) && await IsFirstAsync(need, step, since, now, cancellation))
                    {
                        journal.Record("need.escalated", "need", need.Id.Value, $"step={step}");
                        await TellAsync(need, step, cancellation);
                    }
                }
            }
        },
        cancellation);

    /// <returns>False when another node told it a moment ago.</returns>
    private async Task<bool> IsFirstAsync(Need need, EscalationStep step, DateTimeOffset freeSince, DateTimeOffset now, CancellationToken cancellation)
    {
        var (since, reached) = (db.Parameter(freeSince), db.Parameter(now));
        return await db.Database.ExecuteSqlAsync(
            $"INSERT INTO escalation (need_id, step, free_since, reached_at) VALUES ({need.Id.Value}, {step.ToString()}, {since}, {reached}) ON CONFLICT DO NOTHING", cancellation) > 0;
    }

    /// <summary>Where nobody coordinates, the national crisis centre is told at once.</summary>
    private async Task TellAsync(Need need, EscalationStep step, CancellationToken cancellation)
    {
        var people = step is EscalationStep.Coordinator ? await CoordinatorsAsync(need, cancellation) : [];
        if (people.Count is 0)
        {
            people = await roles.PeopleAsync(Role.NationalCrisisCentre, [Scope.National], cancellation);
        }

        foreach (var person in people)
        {
            outbox.Add(person.Value, new NeedIsLate(need.Id.Value, step), new MessageSubject("need", need.Id.Value));
        }
    }

    private async Task<IReadOnlyList<PersonId>> CoordinatorsAsync(Need need, CancellationToken cancellation)
    {
        var around = await territories.AroundAsync(need.CommuneCode, cancellation);
        return await roles.PeopleAsync(Role.Coordinator, [.. around.Select(territory => new Scope.Territory(territory.Code.Value))], cancellation);
    }
}
