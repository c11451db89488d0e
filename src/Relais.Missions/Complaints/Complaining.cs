using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Journal;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Life;
using Relais.Missions.Owed;

namespace Relais.Missions.Complaints;

/// <summary>Somebody says that a sum is wrong or late; whoever answers first, the establishment or a coordinator, answers for both.</summary>
internal sealed class Complaining(RelaisDb db, JobQueue jobs, Outbox outbox, JournalWriter journal, Words t, TimeProvider clock)
{
    private const string OneWaits = "complaint_one_waits";

    public async Task<MissionResult> SayAsync(Guid due, string words, CancellationToken cancellation)
    {
        try
        {
            return await db.InTransactionAsync(
                async () =>
                {
                    var complaint = new Complaint { DueId = due, Words = words, MadeAt = clock.GetUtcNow() };
                    db.Add(complaint);
                    jobs.Add(new TellOfComplaint(complaint.Id));
                    journal.Record("complaint.made", "due", due);
                    await db.SaveChangesAsync(cancellation);
                    return (MissionResult)new MissionResult.Done();
                },
                cancellation);
        }
        catch (DbUpdateException exception) when (exception.RefusedBy(OneWaits, "complaint.due_id"))
        {
            db.ChangeTracker.Clear();
            return new MissionResult.Refused("complaint_waits", t["Votre réclamation précédente attend encore sa réponse."]);
        }
    }

    public Task<MissionResult> AnswerAsync(Guid id, string words, AccountId by, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
        {
            if (db.Engine is Engine.Postgres)
            {
                await db.Database.ExecuteSqlAsync($"SELECT id FROM complaint WHERE id = {id} FOR UPDATE", cancellation);
            }

            if (await db.Set<Complaint>().SingleOrDefaultAsync(complaint => complaint.Id == id, cancellation) is not { } complaint)
            {
                return new MissionResult.Unknown();
            }

            if (!complaint.IsWaiting)
            {
                return new MissionResult.Refused("answered", t["Quelqu’un d’autre a déjà répondu : lisez sa réponse."]);
            }

            complaint.AnswerWith(words, by, clock.GetUtcNow());
            journal.Record("complaint.answered", "complaint", id);
            var person = await db.Set<Due>().Where(due => due.Id == complaint.DueId)
                .Join(db.Set<Mission>(), due => due.MissionId, mission => mission.Id, (_, mission) => mission.PersonId).SingleAsync(cancellation);
            outbox.Add(person.Value, new ComplaintAnswered(id), new MessageSubject("complaint", id));
            await db.SaveChangesAsync(cancellation);
            return (MissionResult)new MissionResult.Done();
        },
        cancellation);
}
