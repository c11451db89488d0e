using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accessibility;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;
using Relais.Territory.Territories;

namespace Relais.Territory.Communes;

/// <summary>
/// Reads the communes at the first question and keeps them until the reference data are taken in again. Now and then it looks
/// whether better points were imported, on whichever node.
/// </summary>
internal sealed class CommuneCache(IServiceScopeFactory scopes, TimeProvider clock) : ICommunes, IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly ConcurrentDictionary<(CommuneTable Table, PopulationCount Count), CommunePeople> _people = new();
    private CommuneTable? _table;
    private long _lookedAt;

    public ValueTask<CommuneTable> GetAsync(CancellationToken cancellation) =>
        _table is { } table && clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) < BetweenLooks
            ? ValueTask.FromResult(table)
            : new ValueTask<CommuneTable>(ReadOnceAsync(cancellation));

    public async ValueTask<CommunePeople> PeopleAsync(PopulationCount count, CancellationToken cancellation)
    {
        var table = await GetAsync(cancellation);
        return _people.TryGetValue((table, count), out var people)
            ? people
            : _people[(table, count)] = await ReadPeopleAsync(table, count, cancellation);
    }

    public void Forget()
    {
        _table = null;
        _people.Clear();
    }

    public void Dispose() => _reading.Dispose();

    private async Task<CommuneTable> ReadOnceAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var source = scope.ServiceProvider.GetService<IPointSource>();
            var version = source is null ? null : await source.VersionAsync(cancellation);
            if (_table is null || _table.PointsVersion != version)
            {
                var points = version is null ? null : await source!.ReadAsync(version, cancellation);
                _table = await ReadAsync(scope.ServiceProvider.GetRequiredService<RelaisDb>(), points, version, cancellation);
            }

            Volatile.Write(ref _lookedAt, clock.GetTimestamp());
            return _table;
        }
        finally
        {
            _reading.Release();
        }
    }

    private static async Task<CommuneTable> ReadAsync(RelaisDb db, IReadOnlyDictionary<CommuneCode, Place>? points, string? version, CancellationToken cancellation)
    {
        var rows = await db.Set<ReferenceCommune>().AsNoTracking().ToListAsync(cancellation);
        rows.Sort((left, right) => string.CompareOrdinal(left.Code.Value, right.Code.Value));

        var former = await db.Set<ReferenceFormerCommune>().AsNoTracking()
            .Select(row => new FormerCommune(row.Code, row.Name, row.CommuneCode))
            .ToListAsync(cancellation);

        return new CommuneTable([.. rows.Select((row, rank) => Show(row, rank, points))], former, version);
    }

    private async Task<CommunePeople> ReadPeopleAsync(CommuneTable table, PopulationCount count, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RelaisDb>();
        var people = new int?[table.Count];
        foreach (var row in await db.Set<ReferencePopulation>().AsNoTracking().Where(row => row.Count == count).ToListAsync(cancellation))
        {
            if (table.TryFind(row.CommuneCode, out var commune))
            {
                people[commune.Index.Value] = row.People;
            }
        }

        return new CommunePeople(people, count, await PopulationSource.OfAsync(db, count, cancellation));
    }

    private static Commune Show(ReferenceCommune row, int rank, IReadOnlyDictionary<CommuneCode, Place>? points) => Better(points, row, new(
        new CommuneIndex(rank),
        row.Code,
        row.Name,
        string.Intern(row.DepartmentCode),
        string.Intern(row.RegionCode),
        row.EpciCode,
        row.PostalCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row is { Latitude: { } latitude, Longitude: { } longitude } ? new Place(latitude, longitude, row.Altitude) : null,
        row.CoordinateQuality));

    private static Commune Better(IReadOnlyDictionary<CommuneCode, Place>? points, ReferenceCommune row, Commune commune) =>
        points is not null && points.TryGetValue(row.Code, out var point)
            ? commune with { Point = point with { AltitudeMetres = row.Altitude }, Quality = CoordinateQuality.Imported }
            : commune;
}
