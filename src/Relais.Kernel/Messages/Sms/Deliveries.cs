using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;

namespace Relais.Kernel.Messages.Sms;

/// <summary>What the provider says later of an SMS that it took.</summary>
public sealed class Deliveries(RelaisDb db, TimeProvider clock)
{
    /// <param name="reference">What the provider called the message when it took it.</param>
    /// <param name="error">The provider's code when it could not deliver; null when it did.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when no message has this reference.</returns>
    public async Task<bool> RecordAsync(string reference, string? error, CancellationToken cancellation)
    {
        var at = error is null ? clock.GetUtcNow() : (DateTimeOffset?)null;
        return await db.InTransactionAsync(
            () => db.Set<Message>().Where(message => message.ProviderId == reference && message.Channel == Channel.Sms)
                .ExecuteUpdateAsync(
                    message => message.SetProperty(m => m.DeliveredAt, m => at ?? m.DeliveredAt).SetProperty(m => m.DeliveryError, error),
                    cancellation),
            cancellation) > 0;
    }

    /// <summary>What a message that the provider took was about, and to whom it went.</summary>
    public async Task<(Guid Person, MessageSubject Subject)?> SubjectOfAsync(string reference, CancellationToken cancellation) =>
        await db.Set<Message>().AsNoTracking().Where(message => message.ProviderId == reference && message.Channel == Channel.Sms && message.AboutId != null)
            .Select(message => new { message.PersonId, message.AboutKind, message.AboutId }).FirstOrDefaultAsync(cancellation) is { } found
            ? (found.PersonId, new MessageSubject(found.AboutKind!, found.AboutId!.Value))
            : null;
}
