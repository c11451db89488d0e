using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.SignIn;

internal sealed record SignInLinkMessage(Guid Proof) : IMessage
{
    public static string Template => "accounts.sign_in_link";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email];

    internal sealed class Writer(RelaisDb db, SignedLinks links, SiteAddress site, Words T, TimeProvider clock) : IMessageTemplate<SignInLinkMessage>
    {
        public async Task<Letter?> RenderAsync(SignInLinkMessage message, MessageContext context, CancellationToken cancellation)
        {
            if (await db.FindAsync<AddressProof>([message.Proof], cancellation) is not { UsedAt: null } proof || proof.ExpiresAt <= clock.GetUtcNow())
            {
                return null;
            }

            var token = await links.CreateAsync(AddressProof.SignInLink, proof.Id, proof.ExpiresAt, cancellation);
            return Letter.About(T["Votre lien pour ouvrir Relais"])
                .Say(T["Quelqu’un, sans doute vous, a demandé à ouvrir Relais avec cette adresse."])
                .Act(T["Ouvrir Relais"], site.Of($"/connexion/lien/{token}"))
                .Say(T["Ce lien fonctionne une fois, pendant un quart d’heure. Si vous n’avez rien demandé, ignorez ce message : personne n’entre sans lui."])
                with { ToUnproved = proof.Value };
        }
    }
}
