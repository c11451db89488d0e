using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Notices;

/// <summary>What those who posted a need are told.</summary>
internal sealed record NewsOfNeed(Guid NeedId, FacilityNews News) : IMessage
{
    public static string Template => "news-of-need";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Managing;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, NeedText text, PublicAddress address, Words t) : IMessageTemplate<NewsOfNeed>
    {
        public async Task<Letter?> RenderAsync(NewsOfNeed message, MessageContext context, CancellationToken cancellation)
        {
            var id = new NeedId(message.NeedId);
            if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { } need
                || (message.News is FacilityNews.Filled) != (need.State is NeedState.Filled))
            {
                return null;
            }

            var summary = await text.SummaryAsync(need, cancellation);
            var (subject, sentence) = message.News switch
            {
                FacilityNews.Candidate => (t["Une personne propose de venir : {0}", summary.Short], t["Choisissez parmi celles qui ont dit oui."]),
                FacilityNews.Withdrawal => (t["Une personne se retire : {0}", summary.Short], t["La place est rouverte et d’autres personnes sont sollicitées."]),
                FacilityNews.WithdrawalAlone => (t["Une personne se retire : {0}", summary.Short], t["Personne d’autre n’est sollicité : la mission finit bientôt, ou vous aviez arrêté la recherche."]),
                FacilityNews.NobodyLeft => (t["Plus personne à prévenir : {0}", summary.Short], t["Tous ceux qui peuvent l’être ont été prévenus. Élargissez le besoin ou appelez votre coordination."]),
                _ => (t["Besoin pourvu : {0}", summary.Short], t["Toutes les places sont prises. Les autres personnes sont prévenues."]),
            };
            return Letter.About(subject).Say(sentence).Act(t["Voir le tableau"], address.Of($"/besoins/{need.Id}"));
        }
    }
}
