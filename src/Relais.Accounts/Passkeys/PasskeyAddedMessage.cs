using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Passkeys;

/// <summary>A way into the account was added: whoever did not do it must know at once.</summary>
internal sealed record PasskeyAddedMessage(Guid Passkey) : IMessage
{
    public static string Template => "accounts.passkey_added";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, SiteAddress site, Words T) : IMessageTemplate<PasskeyAddedMessage>
    {
        public async Task<Letter?> RenderAsync(PasskeyAddedMessage message, MessageContext context, CancellationToken cancellation) =>
            await db.FindAsync<Passkey>([message.Passkey], cancellation) is { } passkey
                ? Letter.About(T["Une clé d’accès a été ajoutée à votre compte"])
                    .Say(T["« {0} » ouvre maintenant Relais à votre nom, sans mot de passe.", passkey.Name])
                    .Say(T["Ce n’est pas vous ? Retirez-la, déconnectez vos appareils et changez de mot de passe."])
                    .Act(T["Voir mes clés d’accès"], site.Of("/mon-compte/cles"))
                : null;
    }
}
