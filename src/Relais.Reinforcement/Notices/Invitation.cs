using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Answers;
using Relais.Reinforcement.Needs;
using Relais.Reinforcement.Offers;
using Relais.Reinforcement.Substitution;
using Relais.Replies.Contracts;

namespace Relais.Reinforcement.Notices;

/// <summary>« Pouvez-vous venir ? »</summary>
internal sealed record Invitation(Guid OfferId, int NeedVersion) : IMessage
{
    public static string Template => "offer-invitation";

    public static MessageNature Nature => MessageNature.Notice;

    public static MessageTopic Topic => MessageTopic.Requests;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Inbox];

    internal sealed class Writer(OfferFacts facts, IQuestions questions, Words t, TimeProvider clock) : IMessageTemplate<Invitation>
    {
        public async Task<Letter?> RenderAsync(Invitation message, MessageContext context, CancellationToken cancellation)
        {
            if (await facts.FindAsync(message.OfferId, cancellation) is not { Offer.State: OfferState.Waiting, Need.State: NeedState.Open } fact
                || fact.Need.Version != message.NeedVersion || !fact.Need.CanStillBeReached(clock.GetUtcNow(), fact.Offer.Minutes))
            {
                return null;
            }

            var hasBegun = fact.Need.StartsAt <= clock.GetUtcNow();
            return Letter.About(hasBegun ? t["Pouvez-vous venir maintenant ? {0}", fact.Summary.Short] : t["Pouvez-vous venir ? {0}", fact.Summary.Short])
                .Say(fact.Offer.StandsInAs is { } held
                    ? $"{t["{0} cherche du renfort et votre dossier convient.", fact.Summary.Facility]} {SubstitutionWords.ToPerson(fact.Need.Cell.Profession, held, t)}"
                    : t["{0} cherche du renfort et votre dossier convient.", fact.Summary.Facility])
                .Facts((t["Quoi"], fact.Summary.What), (t["Où"], fact.Summary.Where), (t["Quand"], fact.Summary.When))
                .Act(t["Voir et répondre"], fact.Link)
                .Say(t["Dire non ne vous enlève rien. Les réglages de votre compte disent combien de demandes vous acceptez par semaine."]) with
            {
                IsUrgent = fact.Need.UrgencyAt(clock.GetUtcNow()) is Urgency.Immediate,
                Sms = context.Channel is Channel.Sms ? await SmsAsync(fact, hasBegun, context.Recipient.Mobile, cancellation) : null,
            };
        }

        private async Task<string> SmsAsync(OfferFact fact, bool hasBegun, string? number, CancellationToken cancellation)
        {
            string what = hasBegun ? t["venir dès maintenant ? {0}", fact.Summary.Short] : fact.Summary.Short;
            var question = number is null ? null : new QuestionToAsk(number, fact.Offer.PersonId, AnsweredOffers.About, fact.Offer.Id.Value, fact.Need.CommuneCode);
            return question is not null && await questions.OpenAsync(question, cancellation) is { } letter
                ? t["Relais {0} : {1}. Répondez OUI {0} ou NON {0}, ou voyez {2}", letter, what, fact.Link]
                : t["Relais : {0}. Répondre : {1}", what, fact.Link];
        }
    }
}
