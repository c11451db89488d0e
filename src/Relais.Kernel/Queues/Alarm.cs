using Relais.Kernel.Time;

namespace Relais.Kernel.Queues;

/// <summary>
/// Wakes the workers of this node: when work is committed here, when PostgreSQL says that another node committed some,
/// when the earliest work falls due, when a test sets the clock; and now and then, in case all that failed.
/// </summary>
public sealed class Alarm
{
    private static readonly TimeSpan SafetyNet = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _clock;
    private readonly TaskCompletionSource[] _bells = [Bell(), Bell()];

    public Alarm(TimeProvider clock)
    {
        _clock = clock;
        if (clock is SettableClock settable)
        {
            settable.Changed += (_, _) => RingAll();
        }
    }

    internal void Ring(QueueName queue) => Interlocked.Exchange(ref _bells[(int)queue], Bell()).TrySetResult();

    internal void RingAll()
    {
        Ring(QueueName.Job);
        Ring(QueueName.Message);
    }

    /// <summary>To be asked for before looking at the queue: a ring between the look and the wait is then not missed.</summary>
    internal Task NextRing(QueueName queue) => Volatile.Read(ref _bells[(int)queue]).Task;

    /// <summary>Waits for the ring, or for the due instant if it comes first, never longer than the safety net.</summary>
    internal async Task WaitAsync(Task ring, DateTimeOffset? due, CancellationToken cancellation)
    {
        var untilDue = due is { } instant ? instant - _clock.GetUtcNow() : SafetyNet;
        var delay = TimeSpan.FromTicks(Math.Clamp(untilDue.Ticks, TimeSpan.TicksPerMillisecond, SafetyNet.Ticks));
        try
        {
            await ring.WaitAsync(delay, cancellation);
        }
        catch (TimeoutException)
        {
            // Time to look.
        }
    }

    private static TaskCompletionSource Bell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
