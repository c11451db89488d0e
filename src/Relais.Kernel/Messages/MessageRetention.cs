using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;

namespace Relais.Kernel.Messages;

/// <summary>Forgets what was sent, or not, once nobody needs the evidence. What still waits to go stays.</summary>
internal sealed class MessageRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "kernel.messages";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Set<Message>()
            .Where(message => message.CreatedAt < endedBefore && message.NotBefore < endedBefore)
            .Where(message => message.State != MessageState.Waiting && message.State != MessageState.Sending)
            .ExecuteDeleteAsync(cancellation),
        cancellation);
}
