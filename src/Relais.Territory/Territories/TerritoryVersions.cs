using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Territory.Contracts;

namespace Relais.Territory.Territories;

/// <summary>Chooses, among the versions of territories, those that hold on a day.</summary>
internal sealed class TerritoryVersions(RelaisDb db, TimeProvider clock)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById(CommuneTimeZones.Metropolitan);

    /// <summary>The day it is in Paris.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Paris).DateTime);

    public async Task<IReadOnlyList<TerritoryVersion>> OfCodesAsync(
        IReadOnlyCollection<TerritoryCode> codes, DateOnly? on, CancellationToken cancellation) =>
        await InForceAsync(db.Set<TerritoryVersion>().Where(version => codes.Contains(version.Code)), on, cancellation);

    public async Task<IReadOnlyList<TerritoryVersion>> OfKindAsync(TerritoryKind? kind, DateOnly? on, CancellationToken cancellation) =>
        await InForceAsync(db.Set<TerritoryVersion>().Where(version => kind == null || version.Kind == kind), on, cancellation);

    public async Task<IReadOnlyList<TerritoryVersion>> AroundAsync(CommuneCode commune, DateOnly? on, CancellationToken cancellation)
    {
        var holding = await db.Set<TerritoryCommune>()
            .Where(member => member.CommuneCode == commune)
            .Select(member => member.VersionId)
            .ToListAsync(cancellation);
        var codes = await db.Set<TerritoryVersion>()
            .Where(version => holding.Contains(version.Id))
            .Select(version => version.Code)
            .Distinct()
            .ToListAsync(cancellation);

        return [.. (await OfCodesAsync(codes, on, cancellation)).Where(version => holding.Contains(version.Id))];
    }

    public async Task<IReadOnlyList<TerritorySummary>> SummariseAsync(IReadOnlyList<TerritoryVersion> versions, CancellationToken cancellation)
    {
        var ids = versions.Select(version => version.Id).ToList();
        var sizes = await db.Set<TerritoryCommune>()
            .Where(member => ids.Contains(member.VersionId))
            .GroupBy(member => member.VersionId)
            .Select(members => new { Id = members.Key, Communes = members.Count() })
            .ToDictionaryAsync(size => size.Id, size => size.Communes, cancellation);

        return
        [
            .. versions.Select(version => new TerritorySummary(
                version.Code, version.Kind, version.Name, sizes.GetValueOrDefault(version.Id), version.ValidFrom, version.ValidTo, version.Source)),
        ];
    }

    private async Task<IReadOnlyList<TerritoryVersion>> InForceAsync(IQueryable<TerritoryVersion> versions, DateOnly? on, CancellationToken cancellation)
    {
        var day = on ?? Today;
        var all = await versions.AsNoTracking().OrderBy(version => version.ValidFrom).ToListAsync(cancellation);

        return
        [
            .. all.GroupBy(version => version.Code)
                .Select(dated => dated.LastOrDefault(version => version.ValidFrom <= day) ?? dated.First())
                .Where(version => version.ValidTo is not { } end || day < end),
        ];
    }
}
