using System.Collections.Concurrent;
using Relais.Cartography;
using Relais.Cartography.Contours;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Contours;

/// <summary>The contours in force, with where they come from.</summary>
internal sealed record ImportedContours(MapLayer Layer, Dataset Dataset);

/// <summary>Reads the contours that were imported; what was read is kept, since a dataset never changes.</summary>
internal sealed class ContourBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, ContourBook.Kept kept)
{
    public async ValueTask<ImportedContours?> FindAsync(CancellationToken cancellation)
    {
        if (await shelf.InForceAsync(DatasetKind.Contours, cancellation) is not { } dataset)
        {
            return null;
        }

        var table = await communes.GetAsync(cancellation);
        if (!kept.Layers.TryGetValue((dataset.Id, table), out var layer))
        {
            await using var content = await DatasetContent.OpenAsync(db, dataset.Id, cancellation);

            // They were simplified when they came in.
            var reading = await ContourLayer.ReadAsync(content, code => ContoursShape.TodayOf(code, table), toleranceMetres: 0, cancellation);
            kept.Layers[(dataset.Id, table)] = layer = reading.Layer ?? throw new InvalidOperationException($"The contours {dataset.Id} cannot be read back");
        }

        return new ImportedContours(layer, dataset);
    }

    /// <summary>What was read, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(Guid Dataset, CommuneTable Table), MapLayer> Layers { get; } = new();
    }
}
