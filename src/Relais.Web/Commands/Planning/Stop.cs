using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Relais.Web.Commands.Planning;

/// <summary>When a long computation ends early: at the time limit, counted from the start of the process, or at Ctrl+C.</summary>
internal sealed class Stop : IDisposable
{
    private readonly double _seconds;
    private readonly PosixSignalRegistration[] _signals;
    private readonly CancellationTokenSource _cancelled = new();

    public Stop(double? seconds)
    {
        _seconds = seconds ?? double.PositiveInfinity;
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel)];
    }

    /// <summary>Seconds since the process began.</summary>
    public static double Elapsed
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return (TimeProvider.System.GetUtcNow().UtcDateTime - process.StartTime.ToUniversalTime()).TotalSeconds;
        }
    }

    public CancellationToken Token => _cancelled.Token;

    public bool IsCancelled => _cancelled.IsCancellationRequested;

    /// <summary>What is left of the time limit; null for no limit.</summary>
    public TimeSpan? Left(double reserve) =>
        double.IsPositiveInfinity(_seconds) ? null : TimeSpan.FromSeconds(Math.Max(0, _seconds - reserve - Elapsed));

    /// <summary>Whether to end now, keeping <paramref name="reserve"/> seconds for what comes after.</summary>
    public bool IsDue(double reserve = 0.1) => IsCancelled || (!double.IsPositiveInfinity(_seconds) && Elapsed > _seconds - reserve);

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _cancelled.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        context.Cancel = true;
        _cancelled.Cancel();
    }
}
