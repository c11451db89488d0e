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
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => configuration.GetValue("Workers:Enabled", defaultValue: true)
        ? Task.WhenAll(carriers.Open().Select(carrier => RunLaneAsync(carrier, stoppingToken)))
        : Task.CompletedTask;

    private async Task RunLaneAsync(ICarrier carrier, CancellationToken stopping)
    {
        await using var lane = new Lane(databases[Database.Main], carrier, dispatcher, scopes, alarm, clock, log);
        await lane.RunAsync(stopping);
    }
}
