using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Notices;

namespace Relais.Missions.Appraisal;

/// <summary>The establishment says thank you.</summary>
internal sealed record ThanksGiven(Guid MissionId) : IMessage
{
    public static string Template => "thanks-given";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.AfterMission;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, MissionNews news, Words t) : IMessageTemplate<ThanksGiven>
    {
        public async Task<Letter?> RenderAsync(ThanksGiven message, MessageContext context, CancellationToken cancellation)
        {
            if (await news.FindAsync(message.MissionId, cancellation) is not { } fact
                || await db.Set<Thanks>().AsNoTracking().SingleOrDefaultAsync(known => known.MissionId == fact.Mission.Id, cancellation) is not { } thanks)
            {
                return null;
            }

            var letter = Letter.About(t["Merci : {0}", fact.Short]).Say(t["L’établissement vous remercie d’être venu en renfort."]);
            return (thanks.Words.Length > 0 ? letter.Say(t["« {0} »", thanks.Words]) : letter).Act(t["Voir la mission"], fact.Link);
        }
    }
}
