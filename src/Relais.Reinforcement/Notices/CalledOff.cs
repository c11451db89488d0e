using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Notices;

/// <summary>Who was to come must not come: the mission is cancelled, or its new hours are forbidden to the person.</summary>
internal sealed record CalledOff(Guid OfferId) : IMessage
{
    public static string Template => "called-off";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Promises;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Inbox];

    internal sealed class Writer(OfferFacts facts, Words t) : IMessageTemplate<CalledOff>
    {
        public async Task<Letter?> RenderAsync(CalledOff message, MessageContext context, CancellationToken cancellation)
        {
            if (await facts.FindAsync(message.OfferId, cancellation) is not { Offer.State: OfferState.Ended } fact)
            {
                return null;
            }

            return Letter.About(t["Ne venez pas : {0}", fact.Summary.Short])
                .Say(fact.Offer.Outcome is OfferOutcome.RulesForbid
                    ? t["Les nouveaux horaires de la mission ne vous laissent pas votre repos légal : votre place est libérée."]
                    : t["L’établissement a annulé cette mission. Vos heures sont de nouveau libres."])
                .Act(t["Voir"], fact.Link);
        }
    }
}
