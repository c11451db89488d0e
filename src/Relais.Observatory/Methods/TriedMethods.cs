using Relais.Observatory.Accessibility;

namespace Relais.Observatory.Methods;

/// <summary>
/// What readers tried last, for all requests: some thirty megabytes each. One is computed at a time, so that nobody who tries many keeps
/// the program from the others.
/// </summary>
internal sealed class TriedMethods : IDisposable
{
    private const int Most = 3;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<(AccessKey Key, ProfessionAccess Access)> _last = [];

    public async ValueTask<ProfessionAccess> FindAsync(AccessKey key, Func<ProfessionAccess> compute, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var at = _last.FindIndex(one => one.Key == key);
            var found = at < 0 ? (key, compute()) : _last[at];
            if (at >= 0)
            {
                _last.RemoveAt(at);
            }

            _last.Insert(0, found);
            if (_last.Count > Most)
            {
                _last.RemoveAt(Most);
            }

            return found.Item2;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
