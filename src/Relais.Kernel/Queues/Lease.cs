using System.Data.Common;
using Relais.Kernel.Data;

namespace Relais.Kernel.Queues;

/// <summary>
/// A worker's hold on rows of a queue. It is renewed for as long as the worker lives; when it lapses, another worker may
/// take the rows, so the holder must stop as soon as <see cref="Lost"/> is cancelled, and every ending of a row is
/// written only where the token still stands.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    /// <summary>The holder gives up a little before the others may take over.</summary>
    private static readonly TimeSpan Holding = Length - TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _lost = new(Holding);
    private readonly CancellationTokenSource _over = new();
    private readonly Database _database;
    private readonly string _renew;
    private readonly Task _renewing;
    private long _heldUntil = Environment.TickCount64 + (long)Holding.TotalMilliseconds;

    /// <summary>To be made before the rows are taken, so that it never ends after what the database wrote.</summary>
    public Lease(Database database, QueueName queue)
    {
        var table = queue is QueueName.Job ? "job" : "message";
        _database = database;
        _renew = $"UPDATE {table} SET lease_until = {database.LeaseEnd} WHERE lease_token = @token AND lease_until > {database.Now}";
        _renewing = RenewAsync();
    }

    public Guid Token { get; } = Guid.CreateVersion7();

    public CancellationToken Lost => _lost.Token;

    /// <summary>Looks at the time too: after a long freeze of the process the timers have not fired yet.</summary>
    public bool IsHeld => !_lost.IsCancellationRequested && Environment.TickCount64 < Volatile.Read(ref _heldUntil);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _renewing;
        _over.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(Renewal);
        try
        {
            while (await timer.WaitForNextTickAsync(_over.Token))
            {
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            var asked = Environment.TickCount64;
            if (await _database.WriteAsync(_renew, _over.Token, ("token", Token)) is 0)
            {
                await _lost.CancelAsync();
                return;
            }

            Volatile.Write(ref _heldUntil, asked + (long)Holding.TotalMilliseconds);
            _lost.CancelAfter(Holding);
        }
        catch (DbException)
        {
            // Tried again at the next tick; the hold ends by itself if the database stays away.
        }
    }
}
