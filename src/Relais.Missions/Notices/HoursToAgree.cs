using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Missions.Hours;

namespace Relais.Missions.Notices;

/// <summary>The establishment has told hours that the person has not agreed to yet.</summary>
internal sealed record HoursToAgree(Guid MissionId, int Round) : IMessage
{
    public static string Template => "hours-to-agree";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Reminders;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, MissionNews news, HoursText hoursText, Words t) : IMessageTemplate<HoursToAgree>
    {
        public async Task<Letter?> RenderAsync(HoursToAgree message, MessageContext context, CancellationToken cancellation)
        {
            if (await news.FindAsync(message.MissionId, cancellation) is not { } fact
                || await db.Set<WorkedHours>().AsNoTracking().SingleOrDefaultAsync(h => h.MissionId == fact.Mission.Id, cancellation) is not { AgreedAt: null } hours
                || hours.Round != message.Round)
            {
                return null;
            }

            return Letter.About(t["Vos heures à confirmer : {0}", fact.Short])
                .Say(t["L’établissement a noté vos heures. D’accord ? Sinon, dites les vôtres."])
                .Facts((t["Heures"], hoursText.Say(hours.StartsAt, hours.EndsAt, fact.Mission.TimeZone)), (t["Pause"], t["{0} min", hours.BreakMinutes]))
                .Act(t["Voir et confirmer"], fact.Link);
        }
    }
}
