using Relais.Kernel.Messages.Mail;

namespace Relais.Tests.Messages;

internal static class Emails
{
    public static Email To(string address, string subject = "Il manque une infirmière ce soir à Gourin", string text = "Bonjour,\n\nÀ bientôt.\n") => new()
    {
        Id = Guid.CreateVersion7(),
        FromName = "Relais",
        From = Address("relais@exemple.fr"),
        ToName = "Élodie Le Goff",
        To = Address(address),
        Subject = subject,
        Text = text,
        Html = $"<p>{text}</p>",
        Language = "fr-FR",
        Date = new DateTimeOffset(2026, 7, 14, 20, 0, 0, TimeSpan.Zero),
    };

    public static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException($"No address: {text}", nameof(text));
}
