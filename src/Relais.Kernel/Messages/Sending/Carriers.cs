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
    UnsubscribeLinks unsubscribeLinks,
    SiteAddress site,
    Words words,
    TimeProvider clock,
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<Carriers> log)
{
    public IEnumerable<ICarrier> Open()
    {
        var mail = MailSettings.Read(configuration);
        IMailTransport? transport = mail switch
        {
            { Server: { } server } => new SmtpTransport(server),
            { Folder: { } folder } => new MailFolder(folder),
            _ => null,
        };
        if (transport is not null)
        {
            yield return new EmailCarrier(transport, mail, unsubscribeLinks, site, words, clock);
        }
        else if (!environment.IsDevelopment())
        {
            LogNowhere(log);
        }

        if (smsProviders.LastOrDefault() is { } provider)
        {
            yield return new SmsCarrier(provider);
        }
        else if (SmsSettings.Read(configuration) is { } gateway)
        {
            yield return new SmsCarrier(new HttpSms(gateway));
        }
        else if (configuration["Sms:Folder"] is { } folder)
        {
            yield return new SmsCarrier(new SmsFolder(folder));
        }
    }

    [LoggerMessage(LogLevel.Warning, "E-mails lead nowhere: they wait until Mail:Host is set")]
    private static partial void LogNowhere(ILogger log);
}
