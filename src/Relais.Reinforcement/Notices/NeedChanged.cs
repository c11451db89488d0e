using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Notices;

/// <summary>The need changed: what was answered must be answered again.</summary>
internal sealed record NeedChanged(Guid OfferId, int NeedVersion) : IMessage
{
    public static string Template => "need-changed";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Promises;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Inbox];

    internal sealed class Writer(OfferFacts facts, Words t) : IMessageTemplate<NeedChanged>
    {
        public async Task<Letter?> RenderAsync(NeedChanged message, MessageContext context, CancellationToken cancellation)
        {
            if (await facts.FindAsync(message.OfferId, cancellation) is not { Need.State: NeedState.Open or NeedState.Filled } fact
                || fact.Need.Version != message.NeedVersion || fact.Offer.State is OfferState.Ended or OfferState.Withdrawn or OfferState.Declined)
            {
                return null;
            }

            return Letter.About(t["La mission a changé : {0}", fact.Summary.Short])
                .Say(t["L’établissement a modifié cette mission. Dites-nous si vous venez toujours."])
                .Facts((t["Quoi"], fact.Summary.What), (t["Où"], fact.Summary.Where), (t["Quand"], fact.Summary.When))
                .Act(t["Relire et répondre"], fact.Link);
        }
    }
}
