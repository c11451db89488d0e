using Microsoft.Extensions.Configuration;

namespace Relais.Kernel.Messages.Mail;

/// <summary>Who signs the e-mails, and the server that takes them.</summary>
internal sealed record MailSettings
{
    public required EmailAddress From { get; init; }

    public required string FromName { get; init; }

    public Smtp.SmtpSettings? Server { get; init; }

    public static MailSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        var from = section["From"] ?? "ne-pas-repondre@relais.invalid";
        return new MailSettings
        {
            From = EmailAddress.TryParse(from, out var address) ? address : throw new InvalidOperationException($"Mail:From is no e-mail address: {from}"),
            FromName = section["FromName"] ?? "Relais",
            Server = Smtp.SmtpSettings.Read(section),
        };
    }
}
