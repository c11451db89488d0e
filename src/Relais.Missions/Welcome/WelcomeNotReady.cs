using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Notices;

namespace Relais.Missions.Welcome;

/// <summary>Somebody comes soon, and something is not ready; nothing goes once all is.</summary>
internal sealed record WelcomeNotReady(Guid MissionId) : IMessage
{
    public static string Template => "welcome-not-ready";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Managing;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(MissionNews news, WelcomeBook book, PublicAddress address, Words t) : IMessageTemplate<WelcomeNotReady>
    {
        public async Task<Letter?> RenderAsync(WelcomeNotReady message, MessageContext context, CancellationToken cancellation)
        {
            if (await news.FindAsync(message.MissionId, cancellation) is not { } fact
                || await book.OfAsync(fact.Mission, cancellation) is not { Lines.Count: > 0, IsComplete: false } readiness)
            {
                return null;
            }

            var missing = readiness.Lines.Where(line => line.At is null).Select(line => t[line.Item.Label].Value);
            return Letter.About(t["Pas encore prêt : {0}", fact.Short])
                .Say(t["Une personne vient bientôt, et il reste à préparer : {0}.", string.Join(", ", missing)])
                .Act(t["Voir et cocher"], address.Of($"/etablissements/{fact.Mission.Finess}/accueil/{fact.Mission.Id}"));
        }
    }
}
