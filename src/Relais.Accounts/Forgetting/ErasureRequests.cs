using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Rules;

namespace Relais.Accounts.Forgetting;

/// <summary>The wish to be forgotten: told to the person at once, done when the days to change one's mind are over.</summary>
internal sealed class ErasureRequests(RelaisDb db, Erasure erasure, DatedRules rules, Outbox outbox, JobQueue jobs, JournalWriter journal, TimeProvider clock)
{
    public Task<ErasureRequest?> FindAsync(PersonId person, CancellationToken cancellation) =>
        db.Set<ErasureRequest>().AsNoTracking().SingleOrDefaultAsync(request => request.PersonId == person, cancellation);

    public async Task<int> DaysToChangeOnesMindAsync(CancellationToken cancellation) =>
        (await rules.GetAsync<ErasureDelay>(ErasureDelay.Kind, "default", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation)).Days;

    /// <summary>Asking twice asks once.</summary>
    /// <returns>What stands against it now; nothing when it is asked.</returns>
    public Task<IReadOnlyList<string>> AskAsync(PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var why = await erasure.WhyNotAsync(person, cancellation);
            if (why.Count is 0 && await FindAsync(person, cancellation) is null)
            {
                var now = clock.GetUtcNow();
                db.Add(new ErasureRequest { PersonId = person, AskedAt = now, DueAt = now.AddDays(await DaysToChangeOnesMindAsync(cancellation)) });
                outbox.Add(person.Value, new ErasureAsked(person.Value));
                journal.Record("erasure.asked", "person", person.Value);
            }

            return why;
        },
        cancellation);

    public Task TakeBackAsync(PersonId person, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (await db.Set<ErasureRequest>().Where(request => request.PersonId == person).ExecuteDeleteAsync(cancellation) > 0)
            {
                journal.Record("erasure.taken_back", "person", person.Value);
            }
        },
        cancellation);

    /// <summary>Those whose day has come; who is expected somewhere meanwhile waits for another hour.</summary>
    public Task EraseDueAsync(CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            foreach (var person in await db.Set<ErasureRequest>().AsNoTracking().Where(request => request.DueAt <= now).Select(request => request.PersonId).ToListAsync(cancellation))
            {
                jobs.AddOnce(new ErasePerson(person.Value), $"{person}/{now:yyyyMMddHH}");
            }
        },
        cancellation);
}
