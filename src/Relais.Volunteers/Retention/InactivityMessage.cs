using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;
using Relais.Volunteers.Dossier;

namespace Relais.Volunteers.Retention;

/// <summary>« Your dossier will be erased for want of use ».</summary>
internal sealed record InactivityMessage(Guid Person) : IMessage
{
    public static string Template => "volunteers.inactivity";

    public static MessageNature Nature => MessageNature.Service;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels => [Channel.Email, Channel.Inbox];
}

internal sealed class InactivityWriter(RelaisDb db, Words words, SiteAddress site) : IMessageTemplate<InactivityMessage>
{
    public async Task<Letter?> RenderAsync(InactivityMessage message, MessageContext context, CancellationToken cancellation)
    {
        var person = new Accounts.Contracts.PersonId(message.Person);

        // Whoever came back since is not told.
        return await db.Set<Volunteer>().AnyAsync(volunteer => volunteer.PersonId == person && volunteer.WarnedAt != null, cancellation)
            ? Letter.About(words["Votre dossier de volontaire sera bientôt effacé"])
                .Say(words["Vous ne l’avez pas utilisé depuis près de deux ans. Sans nouvelles de vous, il sera effacé dans un mois."])
                .Say(words["Pour le garder, ouvrez-le et vérifiez vos réponses. Pour l’effacer, ne faites rien."])
                .Act(words["Garder mon dossier"], site.Of("/mon-dossier"))
            : null;
    }
}
