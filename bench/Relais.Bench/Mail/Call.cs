using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Messages;

namespace Relais.Bench.Mail;

internal sealed record Call(int Number) : IMessage
{
    public static string Template => "call";

    public static MessageNature Nature => MessageNature.Notice;

    public static MessageTopic Topic => MessageTopic.Requests;

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.Email];
}

/// <summary>Reads a row again before it writes, as templates do.</summary>
internal sealed class CallTemplate(RelaisDb db, SiteAddress site) : IMessageTemplate<Call>
{
    public async Task<Letter?> RenderAsync(Call message, MessageContext context, CancellationToken cancellation) =>
        await db.Set<Message>().AsNoTracking().AnyAsync(row => row.Id == context.MessageId && row.State == MessageState.Sending, cancellation)
            ? Letter.About($"Il manque une infirmière ce soir à Gourin ({message.Number})")
                .Say("Bonjour, la Maison de santé de Gourin cherche une infirmière pour cette nuit. Vous avez dit que vous étiez libre.")
                .Facts(("Où", "3 rue du Four, Gourin"), ("Quand", "ce soir de 21 h à 7 h"), ("Trajet", "28 minutes, estimées"))
                .Act("Répondre", site.Of("/o/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"))
                .Say("Répondre non est sans conséquence.")
            : null;
}

/// <summary>Everybody has an address, is awake and wants letters.</summary>
internal sealed class Everybody : IRecipientDirectory
{
    public Task<IReadOnlyDictionary<Guid, Recipient>> FindAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Recipient>>(people.ToDictionary(
            person => person, person => new Recipient { PersonId = person, Name = "Élodie Le Goff", Email = $"{person:N}@exemple.fr" }));

    public Task StopAsync(Guid personId, Channel channel, CancellationToken cancellation) => Task.CompletedTask;
}
