using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Data;
using Relais.Kernel.Messages.Mail;
using Relais.Kernel.Messages.Sms;
using Relais.Kernel.Messages.Smtp;
using Relais.Kernel.Queues;
using Relais.Kernel.Wording;

namespace Relais.Kernel.Messages.Sending;

/// <summary>One lane for each channel that leads somewhere; the messages of the others wait until it is set up.</summary>
internal sealed partial class MessageWorker(
    IServiceScopeFactory scopes,
    IServiceProviderIsService known,
    IEnumerable<ISmsProvider> smsProviders,
    UnsubscribeLinks unsubscribeLinks,
    DatabaseCatalog databases,
    Dispatcher dispatcher,
    SiteAddress site,
    Words words,
    Alarm alarm,
    TimeProvider clock,
    IConfiguration configuration,
    ILogger<MessageWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        configuration.GetValue("Workers:Enabled", defaultValue: true) && known.IsService(typeof(IRecipientDirectory))
            ? Task.WhenAll(Carriers().Select(carrier => RunLaneAsync(carrier, stoppingToken)))
            : Task.CompletedTask;

    private async Task RunLaneAsync(ICarrier carrier, CancellationToken stopping)
    {
        await using var lane = new Lane(databases[Database.Main], carrier, dispatcher, scopes, alarm, clock, log);
        await lane.RunAsync(stopping);
    }

    private IEnumerable<ICarrier> Carriers()
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
        else
        {
            LogNowhere(log, Channel.Email, "Mail:Host");
        }

        if (smsProviders.LastOrDefault() is { } provider)
        {
            yield return new SmsCarrier(provider);
        }
        else if (configuration["Sms:Folder"] is { } folder)
        {
            yield return new SmsCarrier(new SmsFolder(folder));
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Channel} leads nowhere: messages wait until {Setting} is set")]
    private static partial void LogNowhere(ILogger log, Channel channel, string setting);
}
