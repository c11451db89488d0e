using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Figures;
using Relais.Observatory.Indicators;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Published;

/// <summary>One year of the published accessibility, by <see cref="CommuneIndex"/>; nothing where DREES gives none.</summary>
internal sealed record PublishedYear(Dataset Dataset, int Year, double?[] Apl, double?[] To65, double?[] To62, double?[] To60, double[] Standardised, double[] People)
{
    /// <summary>One of the series, the mean of a territory weighed by the standardised population as DREES does.</summary>
    public Reading ReadingOf(double?[] series, string over, Provenance provenance) => new()
    {
        Numerators = [.. series.Select((apl, rank) => (apl ?? 0) * Standardised[rank])],
        Denominators = Standardised,
        Covered = [.. series.Select(apl => apl is not null)],
        Over = over,
        Provenance = provenance,
    };
}

/// <summary>Reads the published accessibility in force; what was read is kept, since a dataset never changes.</summary>
internal sealed class PublishedBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, PublishedBook.Kept kept)
{
    /// <summary>The years that were published, the newest first; none as long as no workbook of that profession was taken in.</summary>
    public async ValueTask<IReadOnlyList<PublishedYear>> YearsAsync(CareProfession profession, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var years = new Dictionary<int, PublishedYear>();
        foreach (var dataset in await shelf.LiveAsync(DatasetKind.PublishedApl, cancellation))
        {
            var key = (dataset.Id, profession, table);
            if (!kept.Years.TryGetValue(key, out var read))
            {
                kept.Years[key] = read = await ReadAsync(dataset, profession, table, cancellation);
            }

            // A later workbook revises the years that an earlier one has too.
            foreach (var year in read)
            {
                years.TryAdd(year.Year, year);
            }
        }

        return [.. years.Values.OrderByDescending(year => year.Year)];
    }

    private async Task<IReadOnlyList<PublishedYear>> ReadAsync(Dataset dataset, CareProfession profession, CommuneTable table, CancellationToken cancellation)
    {
        var lines = await db.Set<PublishedAplLine>().AsNoTracking().Where(line => line.DatasetId == dataset.Id && line.Profession == profession).ToListAsync(cancellation);
        return [.. lines.GroupBy(line => line.Year).Select(year => Spread(dataset, year.Key, year, table))];
    }

    private static PublishedYear Spread(Dataset dataset, int number, IEnumerable<PublishedAplLine> lines, CommuneTable table)
    {
        var year = new PublishedYear(
            dataset, number, new double?[table.Count], new double?[table.Count], new double?[table.Count], new double?[table.Count], new double[table.Count], new double[table.Count]);

        // Communes may have merged since the file was taken in.
        foreach (var merged in lines.GroupBy(line => table.Find(line.CommuneCode)?.Index.Value))
        {
            if (merged.Key is not { } rank)
            {
                continue;
            }

            var sums = new PublishedSums();
            foreach (var line in merged)
            {
                sums.Add([line.Apl, line.To65, line.To62, line.To60], line.Standardised ?? 0, line.People ?? 0);
            }

            (year.Apl[rank], year.To65[rank], year.To62[rank], year.To60[rank]) = (sums.Mean(0), sums.Mean(1), sums.Mean(2), sums.Mean(3));
            (year.Standardised[rank], year.People[rank]) = (sums.Standardised, sums.People);
        }

        return year;
    }

    /// <summary>What was read, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(Guid Dataset, CareProfession Profession, CommuneTable Communes), IReadOnlyList<PublishedYear>> Years { get; } = new();
    }
}
