using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Territory.Contracts;

namespace Relais.Volunteers.OwnPool;

/// <summary>Asks somebody whom an establishment knows whether it may ask them first.</summary>
internal sealed record OwnPoolInvitation(Guid Member) : IMessage
{
    public static string Template => "volunteers.own_pool_invitation";

    public static MessageNature Nature => MessageNature.Notice;

    public static MessageTopic Topic => MessageTopic.Requests;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Sms];

    internal sealed class Writer(RelaisDb db, IFacilities facilities, OwnPoolLinks links, Words T) : IMessageTemplate<OwnPoolInvitation>
    {
        public async Task<Letter?> RenderAsync(OwnPoolInvitation message, MessageContext context, CancellationToken cancellation)
        {
            var member = await db.Set<OwnPoolMember>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == message.Member, cancellation);
            var address = context.Channel is Channel.Email ? member?.Email : member?.Mobile;
            if (member is not { State: MemberState.Invited } || address is null || await facilities.FindAsync(member.Finess, cancellation) is not { } facility)
            {
                return null;
            }

            return Letter.About(T["{0} aimerait pouvoir vous demander un renfort", facility.Name])
                .Say(T["{0} vous connaît et a donné votre nom et cette adresse à Relais, qui sert à demander des renforts. Rien ne vous sera demandé sans votre accord.", facility.Name])
                .Act(T["Dire oui ou non"], await links.ToAsync(member, cancellation))
                .Say(T["Sans réponse, vous ne recevrez pas d’autre message et ces données sont effacées au bout d’un an."])
                with { ToUnproved = address };
        }
    }
}
