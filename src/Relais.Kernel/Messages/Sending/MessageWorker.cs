using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Data;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Messages.Sending;

/// <summary>One lane for each channel that leads somewhere; the messages of the others wait until it is set up.</summary>
internal sealed class MessageWorker(
    Carriers carriers,
    Dispatcher dispatcher,
    DatabaseCatalog databases,
    IServiceScopeFactory scopes,
    Alarm alarm,
    TimeProvider clock,
    IConfiguration configuration,
    ILogger<MessageWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.GetValue("Workers:Enabled", defaultValue: true))
        {
            await Task.WhenAll((await carriers.OpenAsync(stoppingToken)).Select(carrier => RunLaneAsync(carrier, stoppingToken)));
        }
    }

    private async Task RunLaneAsync(ICarrier carrier, CancellationToken stopping)
    {
        await using var lane = new Lane(databases[Database.Main], carrier, dispatcher, scopes, alarm, clock, log);
        await lane.RunAsync(stopping);
    }
}
