using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Hours;

namespace Relais.Missions.Notices;

/// <summary>A person has told hours that the establishment has not agreed to yet.</summary>
internal sealed record HoursToCheck(Guid MissionId, int Round) : IMessage
{
    public static string Template => "hours-to-check";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Managing;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, MissionNews news, PublicAddress address, Words t) : IMessageTemplate<HoursToCheck>
    {
        public async Task<Letter?> RenderAsync(HoursToCheck message, MessageContext context, CancellationToken cancellation) =>
            await news.FindAsync(message.MissionId, cancellation) is not { } fact
                || !await db.Set<WorkedHours>().AnyAsync(h => h.MissionId == fact.Mission.Id && h.AgreedAt == null && h.Round == message.Round, cancellation)
                ? null
                : Letter.About(t["Heures à valider : {0}", fact.Short])
                    .Say(t["La personne venue en renfort a dit ses heures. Un geste les valide."])
                    .Act(t["Voir et valider"], address.Of($"/etablissements/{fact.Mission.Finess}/presences"));
    }
}
