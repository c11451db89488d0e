using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>
/// Writes down who read what, once an hour for each reader, act and subject: to open a page again tells nothing new. It is
/// written apart from the caller's unit of work: what was shown was shown, whatever becomes of the rest.
/// </summary>
public sealed class JournalReadings(IServiceScopeFactory scopes, ICurrentActor actor, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task NoteAsync(string action, string subjectKind, IReadOnlyCollection<Guid> subjects, string? detail, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var entries = subjects.Distinct().Select(subject => EntryOf(action, subjectKind, subject.ToString(), detail, now)).ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AddMissingAsync(entries, cancellation);
                return;
            }
            catch (DbUpdateException exception) when (attempt < MostTries && exception.RefusedBy("journal_entry_pkey", "journal_entry.id"))
            {
                // The same page, opened twice at once, wrote one of them meanwhile.
            }
        }
    }

    private async Task AddMissingAsync(List<JournalEntry> entries, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var ids = entries.ConvertAll(entry => entry.Id);
        var known = await db.Set<JournalEntry>().Where(entry => EF.Parameter(ids).Contains(entry.Id)).Select(entry => entry.Id).ToListAsync(cancellation);
        db.AddRange(entries.Where(entry => !known.Contains(entry.Id)));
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }
    }

    private JournalEntry EntryOf(string action, string subjectKind, string subjectId, string? detail, DateTimeOffset now)
    {
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset);
        var entry = new JournalEntry
        {
            Id = DatedId.Of(hour, actor.AccountId?.ToString(), actor.Means, action, subjectKind, subjectId, detail),
            At = now,
            AccountId = actor.AccountId,
            Means = actor.Means,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Detail = detail,
        };
        entry.Digest = JournalRow.Of(entry).ComputeDigest();
        return entry;
    }
}
