using Relais.Kernel.Messages.Letters;
using Relais.Kernel.Messages.Mail;
using Relais.Kernel.Wording;

namespace Relais.Kernel.Messages.Sending;

internal sealed class EmailCarrier(
    IMailTransport transport, MailSettings settings, UnsubscribeLinks unsubscribeLinks, SiteAddress site, Words words, TimeProvider clock) : ICarrier
{
    public Channel Channel => Channel.Email;

    public async Task<Outcome> SendAsync(Letter letter, MessageContext context, MessageNature nature)
    {
        var person = context.Recipient;
        if (!EmailAddress.TryParse(letter.ToUnproved ?? person.Email, out var address))
        {
            return Outcome.Suppressed(Outcome.NoAddress);
        }

        var unsubscribe = nature is MessageNature.Notice ? await unsubscribeLinks.CreateAsync(person.PersonId, CancellationToken.None) : null;
        var footer = Footer(unsubscribe);
        return await transport.SendAsync(new Email
        {
            Id = context.MessageId,
            FromName = settings.FromName,
            From = settings.From,
            ToName = person.Name,
            To = address,
            Subject = letter.Subject,
            Text = LetterText.Write(letter, footer),
            Html = LetterHtml.Write(letter, footer, person.Language),
            Language = person.Language,
            Date = clock.GetUtcNow(),
            Unsubscribe = unsubscribe,
        });
    }

    public Task RestAsync() => transport.RestAsync();

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private IReadOnlyList<LetterPart> Footer(Uri? unsubscribe)
    {
        var sender = new LetterPart.Paragraph(words["Message automatique de Relais ({0}) : ne répondez pas à cette adresse.", site.Root.Host]);
        return unsubscribe is null ? [sender] : [sender, new LetterPart.Link(words["Ne plus recevoir ces messages par courriel"], unsubscribe)];
    }
}
