using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Replies.Inbound;

namespace Relais.Replies.Notices;

/// <summary>What became of an answer given by SMS, by SMS.</summary>
internal sealed record ReplyEcho(Guid ReplyId) : IMessage
{
    public static string Template => "reply-echo";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Sms];

    internal sealed class Writer(RelaisDb db) : IMessageTemplate<ReplyEcho>
    {
        public async Task<Letter?> RenderAsync(ReplyEcho message, MessageContext context, CancellationToken cancellation) =>
            await db.Set<SmsReply>().AsNoTracking().SingleOrDefaultAsync(reply => reply.Id == message.ReplyId, cancellation) is { Echo: { } echo, Number: var number }
                ? Letter.About(echo) with { ToUnproved = number }
                : null;
    }
}
