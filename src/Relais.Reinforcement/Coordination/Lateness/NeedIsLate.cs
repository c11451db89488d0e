using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Reinforcement.Contracts;
using Relais.Reinforcement.Needs;

namespace Relais.Reinforcement.Coordination.Lateness;

/// <summary>To who coordinates: places stay free, and it is their turn to look for somebody.</summary>
internal sealed record NeedIsLate(Guid NeedId, EscalationStep Step) : IMessage
{
    public static string Template => "need-is-late";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Managing;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, FreePlaces places, NeedText text, PublicAddress address, TimeProvider clock, Words t) : IMessageTemplate<NeedIsLate>
    {
        public async Task<Letter?> RenderAsync(NeedIsLate message, MessageContext context, CancellationToken cancellation)
        {
            var id = new NeedId(message.NeedId);
            if (await db.Set<Need>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation) is not { State: NeedState.Open } need
                || !(await places.OfAsync([need], cancellation)).TryGetValue(id, out var free))
            {
                return null;
            }

            var summary = await text.SummaryAsync(need, cancellation);
            return Letter.About(t["Besoin non pourvu : {0}", summary.Short])
                .Say(t.Count(free.Count, "Il manque encore {0} personne. Voyez ce qui a été tenté et qui peut encore être appelé.", "Il manque encore {0} personnes. Voyez ce qui a été tenté et qui peut encore être appelé."))
                .Act(t["Suivre ce besoin"], address.Of($"/besoins/{need.Id}/suivi")) with
            {
                IsUrgent = need.UrgencyAt(clock.GetUtcNow()) is Urgency.Immediate,
            };
        }
    }
}
