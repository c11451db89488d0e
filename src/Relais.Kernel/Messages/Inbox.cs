using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Messages;

/// <param name="Id">Its number, to mark it read.</param>
/// <param name="Letter">What it says, written when it is shown.</param>
/// <param name="At">When it came.</param>
/// <param name="IsRead">Whether the person saw it.</param>
public sealed record InboxEntry(Guid Id, InboxLine Letter, DateTimeOffset At, bool IsRead);

/// <param name="Subject">The line of the list.</param>
/// <param name="Paragraphs">The rest, paragraph by paragraph.</param>
/// <param name="Link">Where to go from there.</param>
public sealed record InboxLine(string Subject, IReadOnlyList<string> Paragraphs, Uri? Link);

/// <summary>What a person finds when signed in. A message that is no longer true is not shown.</summary>
public sealed class Inbox(RelaisDb db, MessageTemplates templates, IRecipientDirectory directory, IServiceProvider services, TimeProvider clock)
{
    /// <param name="personId">Whose inbox.</param>
    /// <param name="before">Only what came before this; the latest when not said.</param>
    /// <param name="most">How many rows to look at.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<InboxEntry>> ListAsync(Guid personId, DateTimeOffset? before, int most, CancellationToken cancellation)
    {
        var people = await directory.FindAsync([personId], cancellation);
        if (!people.TryGetValue(personId, out var person))
        {
            return [];
        }

        var limit = before ?? clock.GetUtcNow();
        var rows = await Rows(personId)
            .Where(message => before == null ? message.SentAt <= limit : message.SentAt < limit)
            .OrderByDescending(message => message.SentAt)
            .Take(most)
            .AsNoTracking()
            .ToListAsync(cancellation);

        var entries = new List<InboxEntry>(rows.Count);
        foreach (var row in rows)
        {
            var context = new MessageContext(row.Id, Channel.Inbox, person with { Language = CultureInfo.CurrentUICulture.Name });
            if (templates.Find(row.Template) is { } template && await template.RenderAsync(services, row.Ids, context, cancellation) is { } letter)
            {
                entries.Add(new InboxEntry(row.Id, LineOf(letter), row.SentAt!.Value, row.ReadAt is not null));
            }
        }

        return entries;
    }

    public Task<int> CountUnreadAsync(Guid personId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return Rows(personId).CountAsync(message => message.SentAt <= now && message.ReadAt == null, cancellation);
    }

    /// <summary>Marks read; a message of somebody else is left as it is.</summary>
    public Task<int> MarkReadAsync(Guid personId, Guid messageId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            () => Rows(personId)
                .Where(message => message.Id == messageId && message.ReadAt == null && message.SentAt <= now)
                .ExecuteUpdateAsync(message => message.SetProperty(m => m.ReadAt, now), cancellation),
            cancellation);
    }

    private IQueryable<Message> Rows(Guid personId) =>
        db.Set<Message>().Where(message => message.PersonId == personId && message.Channel == Channel.Inbox && message.State == MessageState.Sent);

    private static InboxLine LineOf(Letter letter) => new(
        letter.Subject,
        [.. letter.Parts.SelectMany(part => part switch
        {
            LetterPart.Paragraph paragraph => [paragraph.Text],
            LetterPart.Table table => table.Rows.Select(row => $"{row.Name} : {row.Value}"),
            _ => Array.Empty<string>().AsEnumerable(),
        })],
        letter.FirstLink);
}
