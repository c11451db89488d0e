using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Verifications;

internal sealed record VerificationDecidedMessage(Guid Verification) : IMessage
{
    public static string Template => "accounts.verification_decided";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Dossier;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, IEnumerable<IVerificationHandler> handlers, SiteAddress site, Words T) : IMessageTemplate<VerificationDecidedMessage>
    {
        public async Task<Letter?> RenderAsync(VerificationDecidedMessage message, MessageContext context, CancellationToken cancellation)
        {
            var verification = await db.Set<Verification>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == message.Verification, cancellation);
            var handler = handlers.FirstOrDefault(handler => handler.Kind == verification?.Kind);
            if (verification is null || handler is null
                || (await handler.DescribeAsync([verification.SubjectId], cancellation)).GetValueOrDefault(verification.SubjectId) is not { } subject)
            {
                return null;
            }

            var letter = verification.State switch
            {
                VerificationState.Accepted => Letter.About(T["Vérifié : {0}", subject.Title]).Say(T["Votre demande est acceptée."]),
                VerificationState.MoreAsked => Letter.About(T["Il manque quelque chose : {0}", subject.Title]).Say(T["Votre demande est à compléter."]),
                _ when handler.IsFinding => Letter.About(T["Votre titre n’est plus vérifié : {0}", subject.Title]).Say(T["Un registre de l’État ne dit plus la même chose, et la personne qui l’a regardé a mis fin à la vérification."]),
                _ => Letter.About(T["Demande refusée : {0}", subject.Title]).Say(T["Votre demande n’a pas été acceptée."]),
            };
            letter = verification.ValidUntil is { } until ? letter.Say(T["La vérification vaut jusqu’au {0:d}.", until]) : letter;
            letter = verification.Reason is { Length: > 0 } reason ? letter.Say(reason) : letter;
            letter = handler.IsFinding || verification.State is VerificationState.MoreAsked ? letter : letter.Say(T["Les pièces que vous aviez envoyées sont effacées."]);
            return letter.Act(T["Ouvrir Relais"], site.Of("/"));
        }
    }
}
