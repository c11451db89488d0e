using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Relais.Kernel.Journal;

/// <summary>Seals the journal every half minute, whoever wrote in it.</summary>
internal sealed partial class JournalSealing(IServiceScopeFactory scopes, ILogger<JournalSealing> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var chain = scope.ServiceProvider.GetRequiredService<JournalChain>();
                while (await chain.SealAsync(Batch, stoppingToken) == Batch)
                {
                }
            }
#pragma warning disable CA1031 // The database may be away for a while; the entries wait.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(log, exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The journal could not be sealed; it will be tried again")]
    private static partial void LogFailure(ILogger log, Exception exception);
}
