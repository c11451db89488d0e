using Microsoft.EntityFrameworkCore;
using Relais.Accessibility;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Points;

/// <summary>Gives the points that were imported to the room that keeps the communes.</summary>
internal sealed class PointBook(RelaisDb db, DatasetShelf shelf) : IPointSource
{
    public async Task<string?> VersionAsync(CancellationToken cancellation) => (await shelf.InForceAsync(DatasetKind.Communes, cancellation))?.Id.ToString();

    public async Task<IReadOnlyDictionary<CommuneCode, Place>> ReadAsync(string version, CancellationToken cancellation)
    {
        var id = Guid.Parse(version);
        return await db.Set<CommunePoint>().AsNoTracking().Where(point => point.DatasetId == id)
            .ToDictionaryAsync(point => point.CommuneCode, point => new Place(point.Latitude, point.Longitude), cancellation);
    }
}
