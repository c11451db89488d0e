using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Rights;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Delegations;

/// <summary>A colleague is asked to take over.</summary>
internal sealed record DelegationAsked(Guid Delegation) : IMessage
{
    public static string Template => "accounts.delegation_asked";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Managing;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, HandOvers handOvers, ScopeNames names, SiteAddress site, TimeProvider clock, Words T) : IMessageTemplate<DelegationAsked>
    {
        public async Task<Letter?> RenderAsync(DelegationAsked message, MessageContext context, CancellationToken cancellation)
        {
            var asked = await db.Set<Delegation>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == message.Delegation, cancellation);
            if (asked is not { AcceptedAt: null } || !asked.IsOpenAt(clock.GetUtcNow()))
            {
                return null;
            }

            var function = $"{names.NameOf(asked.Role)}, {await names.NameOfAsync(asked.Scope, cancellation)}";
            return Letter.About(T["On vous passe la main : {0}", function])
                .Say(T["{0} vous confie cette fonction du {1:d} au {2:d}.", await handOvers.NameAsync(asked.AccountId, cancellation), asked.StartsAt, asked.EndsAt])
                .Say(T["Le mot de passation et ce qui est en cours vous attendent sur Relais. Rien ne change avant que vous ayez accepté."])
                .Act(T["Répondre"], site.Of(HandOverModel.Address));
        }
    }
}
