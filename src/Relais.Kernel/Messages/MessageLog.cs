using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Messages;

/// <summary>What became of a message: the evidence that somebody was told, or the reason why not.</summary>
public sealed record MessageRecord(
    Guid Id,
    string Template,
    Guid PersonId,
    Channel Channel,
    MessageState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset NotBefore,
    DateTimeOffset? SentAt,
    DateTimeOffset? ReadAt,
    string? LastError);

/// <summary>Says what became of messages; their text is not kept.</summary>
public sealed class MessageLog(RelaisDb db, MessageTemplates templates)
{
    public Task<IReadOnlyList<MessageRecord>> OfPersonAsync(Guid personId, int most, CancellationToken cancellation) =>
        ReadAsync(message => message.PersonId == personId, most, cancellation);

    public Task<IReadOnlyList<MessageRecord>> AboutAsync(MessageSubject about, int most, CancellationToken cancellation) =>
        ReadAsync(message => message.AboutId == about.Id && message.AboutKind == about.Kind, most, cancellation);

    /// <summary>Those that the providers refused, for the people who look after the installation.</summary>
    public Task<IReadOnlyList<MessageRecord>> FailedAsync(int most, CancellationToken cancellation) =>
        ReadAsync(message => message.State == MessageState.Failed, most, cancellation);

    /// <summary>Of which sort these messages are; those that this program does not know are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, MessageTopic>> TopicsAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        (await db.Set<Message>().Where(message => EF.Parameter(ids).Contains(message.Id)).Select(message => new { message.Id, message.Template }).ToListAsync(cancellation))
            .Select(message => (message.Id, Template: templates.Find(message.Template))).Where(message => message.Template is not null)
            .ToDictionary(message => message.Id, message => message.Template!.Topic);

    private async Task<IReadOnlyList<MessageRecord>> ReadAsync(Expression<Func<Message, bool>> which, int most, CancellationToken cancellation) =>
        await db.Set<Message>()
            .Where(which)
            .OrderByDescending(message => message.CreatedAt)
            .Take(most)
            .Select(message => new MessageRecord(
                message.Id, message.Template, message.PersonId, message.Channel, message.State,
                message.CreatedAt, message.NotBefore, message.SentAt, message.ReadAt, message.LastError))
            .ToListAsync(cancellation);
}
