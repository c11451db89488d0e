using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Missions.Notices;

/// <summary>The establishment has noted that the person did not come: a fact, and whom to call if it is wrong.</summary>
internal sealed record NotedAbsent(Guid MissionId) : IMessage
{
    public static string Template => "noted-absent";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Promises;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Inbox];

    internal sealed class Writer(MissionNews news, Words t) : IMessageTemplate<NotedAbsent>
    {
        public async Task<Letter?> RenderAsync(NotedAbsent message, MessageContext context, CancellationToken cancellation) =>
            await news.FindCalledOffAsync(message.MissionId, cancellation) is not { Mission.AbsentAt: not null } fact
                ? null
                : Letter.About(t["Vous n’étiez pas là : {0}", fact.Short])
                    .Say(t["L’établissement a noté votre absence et cherche une autre personne. Si vous êtes en route ou sur place, appelez tout de suite."])
                    .Facts((t["Contact"], $"{fact.Mission.ContactName}, {fact.Mission.ContactPhone}"))
                    .Act(t["Voir la mission"], fact.Link);
    }
}
