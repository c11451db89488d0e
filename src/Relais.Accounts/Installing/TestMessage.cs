using Relais.Accounts.Contracts;
using Relais.Accounts.People;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Installing;

/// <summary>Proves that mail leaves this installation. It goes to an address that its reader has not confirmed too.</summary>
internal sealed record TestMessage(Guid Address) : IMessage
{
    public static string Template => "accounts.test";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email];

    internal sealed class Writer(RelaisDb db, SiteAddress site, Words T) : IMessageTemplate<TestMessage>
    {
        public async Task<Letter?> RenderAsync(TestMessage message, MessageContext context, CancellationToken cancellation)
        {
            if (await db.FindAsync<ContactAddress>([message.Address], cancellation) is not { Kind: AddressKind.Email } address)
            {
                return null;
            }

            return Letter.About(T["Essai : le courrier de Relais fonctionne"])
                .Say(T["Vous lisez ce message : le courrier de votre installation part et arrive."])
                .Say(T["Vérifiez que le lien ci-dessous ouvre bien votre installation. Sinon, corrigez le réglage PublicAddress."])
                .Act(T["Ouvrir Relais"], site.Of("/administration/installation"))
                with { ToUnproved = address.Value };
        }
    }
}
