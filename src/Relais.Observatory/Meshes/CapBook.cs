using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Relais.Accessibility.Zoning;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;

namespace Relais.Observatory.Meshes;

/// <summary>The parts of the regions by an order, with where they were read.</summary>
internal sealed record ImportedCaps(Dataset Dataset, IReadOnlyList<RegionCap> Caps);

/// <summary>Finds the parts of the regions that were given under an order: those whose day lies in the time of that order.</summary>
internal sealed class CapBook(RelaisDb db, DatasetShelf shelf)
{
    /// <param name="from">First day of the order.</param>
    /// <param name="to">First day on which it no longer holds.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The latest; nothing where none were taken in.</returns>
    public async Task<ImportedCaps?> FindAsync(DateOnly from, DateOnly? to, CancellationToken cancellation)
    {
        var live = await shelf.LiveAsync(DatasetKind.ZoningCaps, cancellation);
        if (live.FirstOrDefault(dataset => LastDayOf(dataset.Vintage) is { } day && day >= from && (to is null || day < to)) is not { } dataset)
        {
            return null;
        }

        var lines = await db.Set<ZoningCap>().AsNoTracking().Where(cap => cap.DatasetId == dataset.Id).OrderBy(cap => cap.RegionCode).ToListAsync(cancellation);
        return new ImportedCaps(dataset, [.. lines.Select(cap => new RegionCap(cap.RegionCode, cap.Zip / 100, cap.Zac / 100))]);
    }

    /// <summary>A year or a month counts by its last day: what is dated 2025 alone is of the order that ended the year.</summary>
    internal static DateOnly? LastDayOf(string vintage) => vintage.Length switch
    {
        4 when int.TryParse(vintage, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999 => new DateOnly(year, 12, 31),
        7 when DateOnly.TryParseExact($"{vintage}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) => first.AddMonths(1).AddDays(-1),
        _ => DateOnly.TryParseExact(vintage, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };
}
