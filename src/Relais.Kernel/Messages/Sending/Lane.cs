using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Data;
using Relais.Kernel.Jobs;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Messages.Sending;

/// <summary>
/// Sends the messages of one channel, one at a time: each is written down as sent right after the provider took it and
/// before the next one leaves, so that a node that dies repeats at most the one that was in flight.
/// </summary>
internal sealed partial class Lane(
    Database database, ICarrier carrier, Dispatcher dispatcher, IServiceScopeFactory scopes, Alarm alarm, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    /// <summary>With the waits between them, the last of these attempts comes about two days after the first.</summary>
    public const int MostAttempts = 16;

    private const int TriesToRecord = 5;
    private static readonly RetryDelay MessageDelay = new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(6));
    private static readonly RetryDelay ProviderDelay = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly MessageStore _store = new(database, carrier.Channel);
    private int _failuresInARow;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // Looked at before it is taken from, for taking is writing, even when there is nothing to take.
                var ring = alarm.NextRing(QueueName.Message);
                var due = await _store.NextDueAsync(stopping);
                if (due is null || due > clock.GetUtcNow())
                {
                    await carrier.RestAsync();
                    await alarm.WaitAsync(ring, due, stopping);
                    continue;
                }

                while (!stopping.IsCancellationRequested && await SendBatchAsync(stopping))
                {
                }
            }
#pragma warning disable CA1031 // The database or the disk may be away for a while; the messages wait.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogInterrupted(log, exception, carrier.Channel);
                await _store.ReconnectAsync();
                await Task.Delay(PauseAfterFailure, stopping);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await carrier.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <returns>Whether there was something to send.</returns>
    private async Task<bool> SendBatchAsync(CancellationToken stopping)
    {
        await using var lease = new Lease(database, QueueName.Message);
        var messages = await _store.ClaimAsync(lease.Token, clock.GetUtcNow(), stopping);
        if (messages.Count is 0)
        {
            return false;
        }

        var ended = 0;
        try
        {
            var people = await FindAsync(messages, stopping);
            foreach (var message in messages)
            {
                if (stopping.IsCancellationRequested || !lease.IsHeld || !await SendAsync(message, people.GetValueOrDefault(message.PersonId), lease, stopping))
                {
                    break;
                }

                ended++;
            }
        }
        finally
        {
            if (ended < messages.Count)
            {
                await _store.ReleaseAsync(lease.Token);
            }
        }

        if (_failuresInARow > 0)
        {
            await Task.Delay(ProviderDelay.After(_failuresInARow), stopping);
        }

        return true;
    }

    private async Task<IReadOnlyDictionary<Guid, Recipient>> FindAsync(IReadOnlyList<ClaimedMessage> messages, CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<IRecipientDirectory>();
        return await directory.FindAsync([.. messages.Select(message => message.PersonId).Distinct()], stopping);
    }

    /// <returns>Whether to go on with the next one.</returns>
    private async Task<bool> SendAsync(ClaimedMessage message, Recipient? person, Lease lease, CancellationToken stopping)
    {
        var outcome = await dispatcher.DispatchAsync(message, person, carrier, stopping);
        if (outcome.Fate is Fate.Unavailable)
        {
            _failuresInARow++;
            LogUnavailable(log, carrier.Channel, outcome.Code);
            return false;
        }

        _failuresInARow = 0;
        if (!await RecordAsync(message, lease, EndingOf(message, outcome)))
        {
            LogLost(log, message.Id);
            return false;
        }

        return true;
    }

    /// <summary>What the provider took must not be forgotten: tried again on a new connection for as long as the lease holds.</summary>
    private async Task<bool> RecordAsync(ClaimedMessage message, Lease lease, Ending ending)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await _store.EndAsync(message.Id, lease.Token, ending);
            }
            catch (DbException exception) when (attempt < TriesToRecord && lease.IsHeld)
            {
                LogInterrupted(log, exception, carrier.Channel);
                await _store.ReconnectAsync();
                await Task.Delay(PauseAfterFailure);
            }
        }
    }

    private Ending EndingOf(ClaimedMessage message, Outcome outcome)
    {
        var now = clock.GetUtcNow();
        var attempts = message.Attempts + 1;
        return outcome.Fate switch
        {
            Fate.Sent => new Ending(MessageState.Sent, attempts) { SentAt = now, ProviderId = outcome.ProviderId, Parts = outcome.Parts },
            Fate.Cancelled => new Ending(MessageState.Cancelled, message.Attempts) { Error = outcome.Code },
            Fate.Suppressed => new Ending(MessageState.Suppressed, message.Attempts) { Error = outcome.Code },
            Fate.Postponed => new Ending(MessageState.Waiting, message.Attempts) { NotBefore = outcome.Until, Error = outcome.Code },
            Fate.Deferred when attempts < MostAttempts =>
                new Ending(MessageState.Waiting, attempts) { NotBefore = now + MessageDelay.After(attempts), Error = outcome.Code },
            _ => new Ending(MessageState.Failed, attempts) { Error = outcome.Code },
        };
    }

    [LoggerMessage(LogLevel.Warning, "{Channel} cannot be sent for now: {Code}")]
    private static partial void LogUnavailable(ILogger log, Channel channel, string? code);

    [LoggerMessage(LogLevel.Warning, "Message {Id} was handed to another worker before it ended here; the person may get it twice")]
    private static partial void LogLost(ILogger log, Guid id);

    [LoggerMessage(LogLevel.Error, "{Channel}: sending is interrupted; it will be tried again")]
    private static partial void LogInterrupted(ILogger log, Exception exception, Channel channel);
}
