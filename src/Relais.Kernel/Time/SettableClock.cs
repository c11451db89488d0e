namespace Relais.Kernel.Time;

/// <summary>
/// A clock that tests from outside may set; it then runs on at the usual pace. Used only with
/// <c>RELAIS_TEST_MODE=1</c>, which a server that listens beyond localhost refuses.
/// </summary>
public sealed class SettableClock : TimeProvider
{
    private long _offsetTicks;

    /// <summary>Raised after the clock was set, so that whoever waits for an instant looks again.</summary>
    public event EventHandler? Changed;

    public void Set(DateTimeOffset now)
    {
        Interlocked.Exchange(ref _offsetTicks, (now - System.GetUtcNow()).Ticks);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _offsetTicks));
}
