using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Kernel.Identifiers;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;

namespace Relais.Observatory.Zonings;

/// <summary>Which zoning it is: of whom, by whom, and its name where it has one of its own.</summary>
internal sealed record ZoningSeries(string Source, CareProfession Profession, string? Name);

/// <summary>The zone of a commune in one zoning, with where it is written.</summary>
/// <param name="Zone">Nothing where the latest vintage of the zoning puts it in none.</param>
/// <param name="Dataset">The latest vintage of that zoning.</param>
/// <param name="Before">The zone of the vintage before, when it was another.</param>
internal sealed record CommuneZone(ZoningSeries Series, string? Zone, DateOnly? DecidedOn, Dataset Dataset, EarlierZone? Before)
{
    public CareProfession Profession => Series.Profession;
}

/// <param name="Zone">Nothing where that vintage put it in none.</param>
internal sealed record EarlierZone(string? Zone, Dataset Dataset);

/// <summary>Says in which zones communes are, and were. Zonings of different sources and names stand beside one another.</summary>
internal sealed class ZoningBook(RelaisDb db, DatasetShelf shelf, ZoningBook.Kept kept)
{
    /// <summary>For each zoning that speaks of it now or did in the vintage before.</summary>
    public async Task<IReadOnlyList<CommuneZone>> OfAsync(CommuneCode commune, CancellationToken cancellation) =>
        (await OfAsync([commune], cancellation))[commune].ToList();

    /// <inheritdoc cref="OfAsync(CommuneCode, CancellationToken)"/>
    public async Task<ILookup<CommuneCode, CommuneZone>> OfAsync(IReadOnlyCollection<CommuneCode> communes, CancellationToken cancellation)
    {
        var series = await SeriesAsync(cancellation);
        var ids = series.SelectMany(one => one.Select(vintage => vintage.Dataset.Id)).Distinct().ToList();
        var lines = (await LinesAsync(ids, communes, cancellation)).ToLookup(line => (line.CommuneCode, line.DatasetId));
        return communes.Distinct()
            .SelectMany(code => series.Select(one => (Code: code, Zone: ZoneOf(one.Key, [.. one.Where(vintage => vintage.Covers(code)).Select(vintage => vintage.Dataset).Take(2)], dataset => lines[(code, dataset.Id)]))))
            .Where(pair => pair.Zone is not null)
            .ToLookup(pair => pair.Code, pair => pair.Zone!);
    }

    /// <summary>All the zonings that count, in each the latest vintages first.</summary>
    private async Task<IReadOnlyList<IGrouping<ZoningSeries, Vintage>>> SeriesAsync(CancellationToken cancellation)
    {
        var spoken = new List<Vintage>();
        foreach (var dataset in await shelf.LiveAsync(DatasetKind.Zoning, cancellation))
        {
            spoken.AddRange((await SubjectsAsync(dataset.Id, cancellation)).Select(subject => new Vintage(dataset, subject)));
        }

        return [.. spoken.GroupBy(one => new ZoningSeries(one.Dataset.Source, one.Subject.Profession, one.Subject.Name)).OrderBy(one => one.Key.Profession).ThenBy(one => one.Key.Name, StringComparer.Ordinal)];
    }

    private static CommuneZone? ZoneOf(ZoningSeries series, IReadOnlyList<Dataset> vintages, Func<Dataset, IEnumerable<ZoningLine>> linesOf)
    {
        ZoningLine? LineOf(Dataset dataset) => linesOf(dataset).FirstOrDefault(line => line.Profession == series.Profession && line.Zoning == series.Name);
        var (now, before) = (vintages.Count > 0 ? LineOf(vintages[0]) : null, vintages.Count > 1 ? LineOf(vintages[1]) : null);
        return now is null && before is null ? null : new CommuneZone(
            series, now?.Zone, now?.DecidedOn, vintages[0], vintages.Count > 1 && now?.Zone != before?.Zone ? new EarlierZone(before?.Zone, vintages[1]) : null);
    }

    /// <summary>Few communes are asked for by their codes; many are read with all the others, which costs less than to name them.</summary>
    private Task<List<ZoningLine>> LinesAsync(List<Guid> datasets, IReadOnlyCollection<CommuneCode> communes, CancellationToken cancellation)
    {
        const int Few = 200;
        var lines = db.Set<ZoningLine>().AsNoTracking().Where(line => datasets.Contains(line.DatasetId));
        var few = communes.ToList();
        return (few.Count <= Few ? lines.Where(line => few.Contains(line.CommuneCode)) : lines).ToListAsync(cancellation);
    }

    /// <summary>A file may speak of doctors alone, and the next of the same source of nurses: each has its own latest vintage.</summary>
    private async Task<IReadOnlyList<Subject>> SubjectsAsync(Guid dataset, CancellationToken cancellation)
    {
        if (!kept.Subjects.TryGetValue(dataset, out var subjects))
        {
            var read = await db.Set<ZoningLine>().AsNoTracking().Where(line => line.DatasetId == dataset)
                .Select(line => new { line.Profession, line.Zoning, line.CommuneCode }).ToListAsync(cancellation);
            kept.Subjects[dataset] = subjects =
            [
                .. read.GroupBy(line => (line.Profession, line.Zoning), line => line.CommuneCode.Department)
                    .Select(group => new Subject(group.Key.Profession, group.Key.Zoning, group.ToHashSet(StringComparer.Ordinal))),
            ];
        }

        return subjects;
    }

    /// <summary>Of what each dataset speaks, for all requests; a dataset never changes.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<Guid, IReadOnlyList<Subject>> Subjects { get; } = new();
    }

    /// <param name="Name">Of the zoning, where it has one of its own.</param>
    /// <param name="Departments">Where it draws a zone.</param>
    internal sealed record Subject(CareProfession Profession, string? Name, IReadOnlySet<string> Departments);

    private sealed record Vintage(Dataset Dataset, Subject Subject)
    {
        /// <summary>A list with a name of its own is of the country; the zoning of a profession may be the file of a region, silent about the others.</summary>
        public bool Covers(CommuneCode commune) => Subject.Name is not null || Subject.Departments.Contains(commune.Department);
    }
}
