using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Data;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Jobs;

internal sealed record Recurrence(TimeSpan Every, Action<JobQueue, string, DateTimeOffset> Add);

/// <summary>
/// Adds what recurs at the start of each period (of an hour, of a UTC day…). Every node does, under a key that names the
/// period: one job results. Periods missed while all nodes were down are not made up for.
/// </summary>
internal sealed partial class RecurringJobs(
    IServiceScopeFactory scopes,
    IEnumerable<Recurrence> recurrences,
    Alarm alarm,
    TimeProvider clock,
    ILogger<RecurringJobs> log) : BackgroundService
{
    private readonly Dictionary<Recurrence, DateTimeOffset> _added = recurrences.ToDictionary(recurrence => recurrence, _ => DateTimeOffset.MinValue);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_added.Count > 0)
        {
            var ring = alarm.NextRing(QueueName.Job);
            try
            {
                await AddDueAsync(clock.GetUtcNow(), stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a while.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailure(log, exception);
            }

            await alarm.WaitAsync(ring, _added.Min(entry => entry.Value + entry.Key.Every), stoppingToken);
        }
    }

    private async Task AddDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var due = _added.Keys.Where(recurrence => _added[recurrence] != PeriodStart(now, recurrence.Every)).ToList();
        if (due.Count is 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        foreach (var recurrence in due)
        {
            var start = PeriodStart(now, recurrence.Every);
            recurrence.Add(queue, start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), start);
        }

        await scope.ServiceProvider.GetRequiredService<RelaisDb>().SaveChangesAsync(cancellation);
        foreach (var recurrence in due)
        {
            _added[recurrence] = PeriodStart(now, recurrence.Every);
        }
    }

    private static DateTimeOffset PeriodStart(DateTimeOffset now, TimeSpan every) =>
        new(now.UtcTicks - (now.UtcTicks % every.Ticks), TimeSpan.Zero);

    [LoggerMessage(LogLevel.Error, "Recurring jobs could not be planned; it will be tried again")]
    private static partial void LogFailure(ILogger log, Exception exception);
}
