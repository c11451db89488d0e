using Relais.Accounts.Contracts;
using Relais.Accounts.SignIn;
using Relais.Kernel.Data;
using Relais.Kernel.Links;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.People;

internal sealed record EmailCheckMessage(Guid Proof) : IMessage
{
    public static string Template => "accounts.email_check";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email];
}

internal sealed record MobileCheckMessage(Guid Proof) : IMessage
{
    public static string Template => "accounts.mobile_check";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Sms];
}

internal sealed class AddressCheckWriter(RelaisDb db, SignedLinks links, SiteAddress site, Words T, TimeProvider clock)
    : IMessageTemplate<EmailCheckMessage>, IMessageTemplate<MobileCheckMessage>
{
    public Task<Letter?> RenderAsync(EmailCheckMessage message, MessageContext context, CancellationToken cancellation) =>
        WriteAsync(message.Proof, cancellation);

    public Task<Letter?> RenderAsync(MobileCheckMessage message, MessageContext context, CancellationToken cancellation) =>
        WriteAsync(message.Proof, cancellation);

    private async Task<Letter?> WriteAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.FindAsync<AddressProof>([id], cancellation) is not { } proof || proof.ExpiresAt <= clock.GetUtcNow())
        {
            return null;
        }

        var token = await links.CreateAsync(AddressProof.CheckLink, proof.Id, proof.ExpiresAt, cancellation);
        return Letter.About(proof.Kind is AddressKind.Email ? T["Confirmez votre adresse pour Relais"] : T["Confirmez votre mobile pour Relais"])
            .Say(T["Confirmez que vous lisez bien les messages envoyés ici : sans cela, Relais n’y écrit pas."])
            .Act(T["Confirmer"], site.Of($"/mon-compte/adresse/{token}"))
            .Say(T["Si vous n’avez rien demandé, ignorez ce message."])
            with { ToUnproved = proof.Value };
    }
}
