using Microsoft.EntityFrameworkCore;
using Relais.Accounts.Contracts;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;
using Relais.Kernel.Wording;

namespace Relais.Accounts.Forgetting;

/// <summary>Told at once to the person: whoever did not ask must be able to stop it.</summary>
internal sealed record ErasureAsked(Guid PersonId) : IMessage
{
    public static string Template => "erasure-asked";

    public static MessageNature Nature => MessageNature.Immediate;

    public static MessageTopic Topic => MessageTopic.Account;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email, Channel.Inbox];

    internal sealed class Writer(RelaisDb db, SiteAddress site, Words t) : IMessageTemplate<ErasureAsked>
    {
        public async Task<Letter?> RenderAsync(ErasureAsked message, MessageContext context, CancellationToken cancellation)
        {
            var person = new PersonId(message.PersonId);
            return await db.Set<ErasureRequest>().AsNoTracking().SingleOrDefaultAsync(request => request.PersonId == person, cancellation) is not { } request
                ? null
                : Letter.About(t["Vos données seront effacées le {0:D}", request.DueAt])
                    .Say(t["Vous avez demandé à Relais d’effacer vos données. D’ici là, vous pouvez changer d’avis. Si ce n’est pas vous qui l’avez demandé, arrêtez tout de suite et changez votre mot de passe."])
                    .Act(t["Garder mes données"], site.Of("/mon-compte/donnees"));
        }
    }
}
