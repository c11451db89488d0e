using System.Collections.Concurrent;

namespace Relais.Kernel.Data;

/// <summary>
/// SQLite has one writer at a time and makes the others sleep and poll. Within a process they queue here instead, in
/// order and without holding a thread. PostgreSQL needs no gate.
/// </summary>
internal static class WriteGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static async ValueTask<IDisposable?> EnterAsync(Database database, CancellationToken cancellation)
    {
        if (database.Engine is not Engine.Sqlite)
        {
            return null;
        }

        var gate = Gates.GetOrAdd(database.ConnectionString, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
