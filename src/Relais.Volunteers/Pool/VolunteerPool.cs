using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Matching.Eligibility;
using Relais.Territory.Contracts;
using Relais.Volunteers.Contracts;

namespace Relais.Volunteers.Pool;

/// <summary>
/// The index of this node. At each use it asks the clock of the pool, one row, and takes in what changed since; whoever
/// asks meanwhile waits for that one reading.
/// </summary>
internal sealed class VolunteerPool(IServiceScopeFactory scopes, ICommunes communes) : IVolunteerPool, IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private Snapshot? _snapshot;

    public async ValueTask<CandidateIndex> GetAsync(CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var now = await new PoolClock(db).NowAsync(cancellation);
        if (_snapshot is { } current && current.IsOf(table) && current.Revision >= now)
        {
            return current.Index;
        }

        await _refreshing.WaitAsync(cancellation);
        try
        {
            if (_snapshot is not { } last || !last.IsOf(table))
            {
                // The ranks of communes are those of one table: another table, another index.
                last = new Snapshot(0, CandidateIndex.Empty, table, new ZoneSets(table));
            }

            if (last.Revision < now)
            {
                var changes = await new PoolReader(db, table, last.Zones).ReadAsync(last.Revision, cancellation);
                last = last with { Revision = now, Index = last.Index.With(changes.Changed, changes.Removed) };
            }

            _snapshot = last;
            return last.Index;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private sealed record Snapshot(long Revision, CandidateIndex Index, CommuneTable Communes, ZoneSets Zones)
    {
        public bool IsOf(CommuneTable table) => ReferenceEquals(Communes, table);
    }
}
