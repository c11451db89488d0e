using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Places;

namespace Relais.Reinforcement.Notices;

/// <summary>The place is settled: where to go, whom to ask for.</summary>
internal sealed record Confirmation(Guid AssignmentId) : IMessage
{
    public static string Template => "confirmation";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Promises;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, OfferFacts facts, Words t) : IMessageTemplate<Confirmation>
    {
        public async Task<Letter?> RenderAsync(Confirmation message, MessageContext context, CancellationToken cancellation)
        {
            if (await db.Set<Assignment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == message.AssignmentId, cancellation) is not { ReleasedAt: null } assignment
                || await facts.FindAsync(assignment.OfferId.Value, cancellation) is not { } fact)
            {
                return null;
            }

            return Letter.About(t["On vous attend : {0}", fact.Summary.Short])
                .Say(t["Votre place est confirmée. Merci."])
                .Facts(
                    (t["Quand"], fact.Summary.When),
                    (t["Où"], $"{fact.Summary.Where}, {fact.Need.Site}"),
                    (t["Contact"], $"{fact.Need.ContactName}, {fact.Need.ContactPhone}"))
                .Act(t["Tout voir, ou se retirer"], fact.Link);
        }
    }
}
