using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Exclusions;
using Relais.Reinforcement.Offers;

namespace Relais.Reinforcement.Notices;

/// <summary>Everybody who was asked is told how it ended.</summary>
internal sealed record OfferEnded(Guid OfferId) : IMessage
{
    public static string Template => "offer-ended";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Requests;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(OfferFacts facts, ExclusionList exclusions, Words t) : IMessageTemplate<OfferEnded>
    {
        public async Task<Letter?> RenderAsync(OfferEnded message, MessageContext context, CancellationToken cancellation)
        {
            if (await facts.FindAsync(message.OfferId, cancellation) is not { Offer.State: OfferState.Ended or OfferState.Declined } fact)
            {
                return null;
            }

            var sentence = fact.Offer.Outcome switch
            {
                OfferOutcome.NotChosen when await exclusions.BetweenAsync(fact.Offer.PersonId, fact.Need.Finess, cancellation) is ExclusionSide.Facility =>
                    t["Cet établissement ne fait plus appel à vous. Ce que vous avez déjà accepté reste."],
                OfferOutcome.NotChosen => t["L’établissement a choisi une autre personne. Merci d’avoir proposé votre aide."],
                OfferOutcome.Cancelled => t["L’établissement ne cherche plus personne pour cette mission."],
                OfferOutcome.Lapsed => t["La mission a commencé sans réponse de votre part. Rien ne vous est reproché."],
                _ => t["La mission est pourvue. Merci : votre réponse a compté."],
            };
            return Letter.About(t["Comment cela s’est terminé : {0}", fact.Summary.Short]).Say(sentence).Act(t["Voir"], fact.Link);
        }
    }
}
