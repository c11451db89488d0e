using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;

namespace Relais.Observatory.Datasets;

/// <summary>Says which datasets count now: of each kind the latest vintage, and of it the last that was taken in.</summary>
internal sealed class DatasetShelf(RelaisDb db)
{
    private IReadOnlyList<Dataset>? _live;

    /// <summary>Those that count, latest vintage first; read once for a request.</summary>
    public async ValueTask<IReadOnlyList<Dataset>> LiveAsync(DatasetKind kind, CancellationToken cancellation)
    {
        _live ??= await db.Set<Dataset>().AsNoTracking().Where(dataset => dataset.UndoneAt == null).ToListAsync(cancellation);
        return [.. _live.Where(dataset => dataset.Kind == kind).OrderByDescending(dataset => dataset.Vintage, StringComparer.Ordinal).ThenByDescending(dataset => dataset.ImportedAt)];
    }

    /// <summary>The one in force.</summary>
    public async ValueTask<Dataset?> InForceAsync(DatasetKind kind, CancellationToken cancellation) => await LiveAsync(kind, cancellation) is [var first, ..] ? first : null;

    /// <summary>All of them, the last taken in first.</summary>
    public async Task<IReadOnlyList<Dataset>> ListAsync(CancellationToken cancellation) =>
        await db.Set<Dataset>().AsNoTracking().OrderByDescending(dataset => dataset.ImportedAt).ToListAsync(cancellation);
}
