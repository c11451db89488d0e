using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Meshes;

/// <summary>The meshes in force.</summary>
/// <param name="CodeOf">By <see cref="CommuneIndex"/>; nothing where the file does not speak of the commune.</param>
/// <param name="Names">By code.</param>
internal sealed record ImportedMesh(Dataset Dataset, IReadOnlyList<string?> CodeOf, IReadOnlyDictionary<string, string> Names);

/// <summary>Reads the meshes in force; what was read is kept, since a dataset never changes.</summary>
internal sealed class MeshBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, MeshBook.Kept kept)
{
    /// <returns>Nothing as long as none were taken in.</returns>
    public async ValueTask<ImportedMesh?> FindAsync(CancellationToken cancellation)
    {
        if (await shelf.InForceAsync(DatasetKind.Mesh, cancellation) is not { } dataset)
        {
            return null;
        }

        var table = await communes.GetAsync(cancellation);
        return kept.Meshes.TryGetValue((dataset.Id, table), out var mesh) ? mesh : kept.Meshes[(dataset.Id, table)] = await ReadAsync(dataset, table, cancellation);
    }

    private async Task<ImportedMesh> ReadAsync(Dataset dataset, CommuneTable table, CancellationToken cancellation)
    {
        var (codes, names) = (new string?[table.Count], new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var line in await db.Set<MeshLine>().AsNoTracking().Where(line => line.DatasetId == dataset.Id).ToListAsync(cancellation))
        {
            if (table.Find(line.CommuneCode) is { } commune)
            {
                codes[commune.Index.Value] = line.MeshCode;
                names.TryAdd(line.MeshCode, line.MeshName);
            }
        }

        return new ImportedMesh(dataset, codes, names);
    }

    /// <summary>What was read, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(Guid Dataset, CommuneTable Communes), ImportedMesh> Meshes { get; } = new();
    }
}
