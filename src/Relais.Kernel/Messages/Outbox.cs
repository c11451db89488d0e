using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages.Sending;

namespace Relais.Kernel.Messages;

/// <summary>Adds messages to the current unit of work: they go if, and only if, the change that they tell of happens.</summary>
public sealed class Outbox(RelaisDb db, MessageTemplates templates, TimeProvider clock)
{
    /// <summary>Older news is history: the inbox keeps it.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromDays(14);

    /// <param name="personId">Who is told.</param>
    /// <param name="message">What, by ids.</param>
    /// <param name="about">What it is about, to cancel it or ask what became of it.</param>
    /// <param name="notBefore">When it may go; at once when not said.</param>
    /// <param name="onceKey">The same template with the same key reaches a person once, however often it is added.</param>
    public void Add<TMessage>(
        Guid personId, TMessage message, MessageSubject? about = null, DateTimeOffset? notBefore = null, string? onceKey = null)
        where TMessage : IMessage
    {
        templates.MustKnow(TMessage.Template);
        var now = clock.GetUtcNow();
        var due = notBefore > now ? notBefore.Value : now;
        var ids = JsonSerializer.Serialize(message);

        foreach (var channel in TMessage.Channels)
        {
            // What is read here needs no sending.
            var isThere = channel is Channel.Inbox;
            db.Add(new Message
            {
                Template = TMessage.Template,
                Ids = ids,
                PersonId = personId,
                Channel = channel,
                AboutKind = about?.Kind,
                AboutId = about?.Id,
                OnceKey = onceKey,
                Priority = (int)TMessage.Nature,
                NotBefore = due,
                State = isThere ? MessageState.Sent : MessageState.Waiting,
                SentAt = isThere ? due : null,
                CreatedAt = now,
            });
        }
    }

    /// <summary>Takes back what is not sent yet about this, all templates or one, in the current transaction if there is one.</summary>
    /// <returns>How many messages were taken back.</returns>
    public Task<int> CancelAsync(MessageSubject about, CancellationToken cancellation, string? template = null)
    {
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            () => db.Set<Message>()
                .Where(message => message.AboutId == about.Id && message.AboutKind == about.Kind && (template == null || message.Template == template))
                .Where(message => message.State == MessageState.Waiting || (message.Channel == Channel.Inbox && message.SentAt > now))
                .ExecuteUpdateAsync(
                    message => message.SetProperty(m => m.State, MessageState.Cancelled).SetProperty(m => m.SentAt, (DateTimeOffset?)null),
                    cancellation),
            cancellation);
    }

    /// <summary>
    /// The person can be reached by this channel from now on: what could not go before goes now. Each message is looked at
    /// again before it leaves, so that nothing is told that is no longer true.
    /// </summary>
    /// <returns>How many messages wait again.</returns>
    public Task<int> SendHeldAsync(Guid personId, Channel channel, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var since = now - HeldFor;
        return db.InTransactionAsync(
            () => db.Set<Message>()
                .Where(message => message.PersonId == personId && message.Channel == channel && message.CreatedAt > since)
                .Where(message => message.State == MessageState.Suppressed && message.LastError == Outcome.NoAddress)
                .ExecuteUpdateAsync(
                    message => message.SetProperty(m => m.State, MessageState.Waiting).SetProperty(m => m.NotBefore, now).SetProperty(m => m.LastError, (string?)null),
                    cancellation),
            cancellation);
    }
}
