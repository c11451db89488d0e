using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Retention;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Retention;

/// <summary>
/// A dossier that its person has not touched for as long as the rule says is erased, never before a warning and a month
/// to answer it.
/// </summary>
internal sealed class InactivityRetention(RelaisDb db, Dossiers dossiers, Outbox outbox, TimeProvider clock) : IRetentionRule
{
    private const int Batch = 200;
    private static readonly TimeSpan Warning = TimeSpan.FromDays(30);

    public string Key => "volunteers.inactive";

    public async Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var warnedBefore = now - Warning;
        var due = await db.Set<Volunteer>().AsNoTracking()
            .Where(volunteer => volunteer.LastActiveAt < endedBefore && volunteer.SetAsideAt == null && volunteer.WarnedAt != null && volunteer.WarnedAt < warnedBefore)
            .OrderBy(volunteer => volunteer.LastActiveAt).Select(volunteer => volunteer.PersonId).Take(Batch).ToListAsync(cancellation);
        foreach (var person in due)
        {
            await dossiers.CloseAsync(person, "inactive", cancellation);
        }

        // The warning comes first, a month before the day of the rule.
        var warnBefore = endedBefore + Warning;
        var silent = await db.Set<Volunteer>().AsNoTracking()
            .Where(volunteer => volunteer.LastActiveAt < warnBefore && volunteer.SetAsideAt == null && volunteer.WarnedAt == null)
            .OrderBy(volunteer => volunteer.LastActiveAt).Select(volunteer => volunteer.PersonId).Take(Batch).ToListAsync(cancellation);
        foreach (var person in silent)
        {
            await dossiers.ChangeAsync(
                person,
                "warned",
                volunteer =>
                {
                    volunteer.WasWarned(now);
                    outbox.Add(person.Value, new InactivityMessage(person.Value));
                },
                cancellation);
        }

        return due.Count;
    }
}
