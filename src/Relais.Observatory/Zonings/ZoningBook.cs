using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Zonings;

/// <summary>A zone with where it is written.</summary>
internal sealed record CommuneZone(CareProfession Profession, string Zone, DateOnly? DecidedOn, Dataset Dataset);

/// <summary>Says in which zones a commune is.</summary>
internal sealed class ZoningBook(RelaisDb db, DatasetShelf shelf)
{
    /// <summary>One for each profession that a zoning in force speaks of; several where zonings of different sources do.</summary>
    public async Task<IReadOnlyList<CommuneZone>> OfAsync(CommuneCode commune, CancellationToken cancellation)
    {
        // One file of a source may speak of doctors and the next of nurses: each profession has its own latest.
        var live = await shelf.LiveAsync(DatasetKind.Zoning, cancellation);
        var ids = live.Select(dataset => dataset.Id).ToList();
        var lines = (await db.Set<ZoningLine>().AsNoTracking().Where(line => line.CommuneCode == commune && ids.Contains(line.DatasetId)).ToListAsync(cancellation)).ToLookup(line => line.DatasetId);
        return
        [
            .. live.SelectMany(dataset => lines[dataset.Id].Select(line => new CommuneZone(line.Profession, line.Zone, line.DecidedOn, dataset)))
                .DistinctBy(zone => (zone.Dataset.Source, zone.Profession))
                .OrderBy(zone => zone.Profession),
        ];
    }
}
