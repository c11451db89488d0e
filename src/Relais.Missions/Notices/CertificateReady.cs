using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Missions.Notices;

/// <summary>Both sides agree on the hours: thanks, and the certificate.</summary>
internal sealed record CertificateReady(Guid MissionId) : IMessage
{
    public static string Template => "certificate-ready";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.AfterMission;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(MissionNews news, Words t) : IMessageTemplate<CertificateReady>
    {
        public async Task<Letter?> RenderAsync(CertificateReady message, MessageContext context, CancellationToken cancellation) =>
            await news.FindAsync(message.MissionId, cancellation) is not { } fact
                ? null
                : Letter.About(t["Heures validées : {0}", fact.Short])
                    .Say(t["L’établissement et vous êtes d’accord sur les heures. Merci d’avoir aidé."])
                    .Act(t["Voir mon attestation"], fact.Link);
    }
}
