using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Messages.Mail;
using Relais.Kernel.Messages.Sms;
using Relais.Kernel.Messages.Smtp;
using Relais.Kernel.Wording;

namespace Relais.Kernel.Messages.Sending;

/// <summary>The ways out of the house that the configuration opens.</summary>
internal sealed partial class Carriers(
    IEnumerable<ISmsProvider> smsProviders,
    PostFolders folders,
    UnsubscribeLinks unsubscribeLinks,
    SiteAddress site,
    Words words,
    TimeProvider clock,
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<Carriers> log)
{
    public async Task<IReadOnlyList<ICarrier>> OpenAsync(CancellationToken cancellation)
    {
        var post = await folders.FindAsync(cancellation);
        return [.. Email(post), .. Sms(post)];
    }

    private IEnumerable<ICarrier> Email(StandInPost post)
    {
        var mail = MailSettings.Read(configuration);
        if (mail.Server is { } server && !post.NothingLeaves)
        {
            yield return Email(new SmtpTransport(server), mail);
        }
        else if (post.Mail is { } folder)
        {
            yield return Email(new MailFolder(folder), mail);
        }
        else if (!environment.IsDevelopment())
        {
            LogNowhere(log);
        }
    }

    private EmailCarrier Email(IMailTransport transport, MailSettings mail) => new(transport, mail, unsubscribeLinks, site, words, clock);

    private IEnumerable<ICarrier> Sms(StandInPost post)
    {
        if (smsProviders.LastOrDefault() is { } provider && !post.NothingLeaves)
        {
            yield return new SmsCarrier(provider);
        }
        else if (SmsSettings.Read(configuration) is { } gateway && !post.NothingLeaves)
        {
            yield return new SmsCarrier(new HttpSms(gateway));
        }
        else if (post.Sms is { } folder)
        {
            yield return new SmsCarrier(new SmsFolder(folder));
        }
    }

    [LoggerMessage(LogLevel.Warning, "E-mails lead nowhere: they wait until Mail:Host is set")]
    private static partial void LogNowhere(ILogger log);
}
