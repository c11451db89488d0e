using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Retention;
using Relais.Replies.Inbound;
using Relais.Replies.Questions;

namespace Relais.Replies.Retention;

/// <summary>Removes what was answered and the numbers it came from; what the answer did is kept where it was done.</summary>
internal sealed class ReplyRetention(RelaisDb db) : IRetentionRule
{
    public string Key => "replies.sms";

    public Task<int> ApplyAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => db.InTransactionAsync(
        async () =>
            await db.Set<SmsReply>().Where(reply => reply.ReceivedAt < endedBefore).ExecuteDeleteAsync(cancellation)
            + await db.Set<Question>()
                .Where(question => question.OpenedAt < endedBefore && !db.Set<SmsReply>().Any(reply => reply.QuestionId == question.Id))
                .ExecuteDeleteAsync(cancellation),
        cancellation);
}
