using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Hours;

namespace Relais.Missions.Notices;

/// <summary>Thanks, and one tap to tell the hours.</summary>
internal sealed record YourHours(Guid MissionId) : IMessage
{
    public static string Template => "your-hours";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Reminders;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, MissionNews news, Words t) : IMessageTemplate<YourHours>
    {
        public async Task<Letter?> RenderAsync(YourHours message, MessageContext context, CancellationToken cancellation)
        {
            var fact = await news.FindAsync(message.MissionId, cancellation);
            return fact is null || await db.Set<WorkedHours>().AnyAsync(hours => hours.MissionId == fact.Mission.Id, cancellation)
                ? null
                : Letter.About(t["Merci de votre aide : {0}", fact.Short])
                    .Say(t["Dites vos heures d’un geste : l’établissement les valide, et votre attestation est prête."])
                    .Act(t["Dire mes heures"], fact.Link);
        }
    }
}
