using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Data;

namespace Relais.Kernel.Messages;

/// <summary>What a person finds when signed in. A message that is no longer true keeps its line and says nothing.</summary>
public sealed partial class Inbox(
    RelaisDb db, MessageTemplates templates, IRecipientDirectory directory, IServiceProvider services, TimeProvider clock, ILogger<Inbox> log)
{
    /// <summary>The latest first.</summary>
    /// <param name="personId">Whose inbox.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="most">How many to show.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="language">In which language; that of the person when not said.</param>
    public async Task<IReadOnlyList<InboxEntry>> ListAsync(
        Guid personId, int skip, int most, CancellationToken cancellation, CultureInfo? language = null)
    {
        var people = await directory.FindAsync([personId], cancellation);
        if (!people.TryGetValue(personId, out var person))
        {
            return [];
        }

        var rows = await Arrived(personId)
            .OrderByDescending(message => message.SentAt).ThenByDescending(message => message.Id)
            .Skip(skip).Take(most)
            .AsNoTracking()
            .ToListAsync(cancellation);

        // Holds until this method returns: the caller keeps its own.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language ?? CultureInfo.GetCultureInfo(person.Language);
        var entries = new List<InboxEntry>(rows.Count);
        foreach (var row in rows)
        {
            var context = new MessageContext(row.Id, Channel.Inbox, person with { Language = CultureInfo.CurrentUICulture.Name });
            var letter = await WriteAsync(row, context, cancellation);
            entries.Add(new InboxEntry(row.Id, row.Template, letter is null ? null : InboxLetter.Of(letter), row.SentAt!.Value, row.ReadAt));
        }

        return entries;
    }

    public Task<int> CountAsync(Guid personId, CancellationToken cancellation) => Arrived(personId).CountAsync(cancellation);

    public Task<int> CountUnreadAsync(Guid personId, CancellationToken cancellation) => Unread(personId).CountAsync(cancellation);

    /// <summary>Marks read; a message of somebody else is left as it is.</summary>
    public Task<int> MarkReadAsync(Guid personId, Guid messageId, CancellationToken cancellation) =>
        MarkReadAsync(Unread(personId).Where(message => message.Id == messageId), cancellation);

    public Task<int> MarkAllReadAsync(Guid personId, CancellationToken cancellation) => MarkReadAsync(Unread(personId), cancellation);

    private Task<int> MarkReadAsync(IQueryable<Message> messages, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            () => messages.ExecuteUpdateAsync(message => message.SetProperty(m => m.ReadAt, now), cancellation), cancellation);
    }

    private IQueryable<Message> Unread(Guid personId) => Arrived(personId).Where(message => message.ReadAt == null);

    private IQueryable<Message> Arrived(Guid personId)
    {
        var now = clock.GetUtcNow();
        return db.Set<Message>().Where(message =>
            message.PersonId == personId && message.Channel == Channel.Inbox && message.State == MessageState.Sent && message.SentAt <= now);
    }

    /// <summary>One letter that cannot be written leaves the others readable.</summary>
    private async Task<Letter?> WriteAsync(Message row, MessageContext context, CancellationToken cancellation)
    {
        try
        {
            return templates.Find(row.Template) is { } template ? await template.RenderAsync(services, row.Ids, context, cancellation) : null;
        }
#pragma warning disable CA1031 // Whatever a template throws concerns this message alone.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogTemplateFailure(log, exception, row.Template, row.Id);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The template {Template} failed on message {Id}")]
    private static partial void LogTemplateFailure(ILogger log, Exception exception, string template, Guid id);
}
