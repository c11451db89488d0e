using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Relais.Kernel.Data;
using Relais.Observatory.Contracts;
using Relais.Observatory.Datasets;
using Relais.Observatory.Professions;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Supply;

/// <summary>Reads the supply in force and those before it; what was read is kept, since a dataset never changes.</summary>
internal sealed class SupplyBook(RelaisDb db, DatasetShelf shelf, ICommunes communes, SupplyBook.Kept kept)
{
    /// <returns>Nothing as long as no supply of that profession was taken in.</returns>
    public async ValueTask<ProfessionSupply?> FindAsync(CareProfession profession, CancellationToken cancellation) =>
        await VintagesAsync(profession, cancellation).FirstOrDefaultAsync(cancellation);

    /// <summary>Those of each vintage that speaks of the profession, the newest first; each is read when it is asked for.</summary>
    public async IAsyncEnumerable<ProfessionSupply> VintagesAsync(CareProfession profession, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        string? told = null;
        foreach (var dataset in await shelf.LiveAsync(DatasetKind.Supply, cancellation))
        {
            if (dataset.Vintage != told && await KeptAsync(dataset, profession, table, cancellation) is { IsEmpty: false } supply)
            {
                told = dataset.Vintage;
                yield return supply;
            }
        }
    }

    private async ValueTask<ProfessionSupply> KeptAsync(Dataset dataset, CareProfession profession, CommuneTable table, CancellationToken cancellation)
    {
        var key = (dataset.Id, profession, table);
        return kept.Supplies.TryGetValue(key, out var supply) ? supply : kept.Supplies[key] = await ReadAsync(dataset, profession, table, cancellation);
    }

    private async Task<ProfessionSupply> ReadAsync(Dataset dataset, CareProfession profession, CommuneTable table, CancellationToken cancellation)
    {
        var lines = await db.Set<SupplyLine>().AsNoTracking().Where(line => line.DatasetId == dataset.Id && line.Profession == profession).ToListAsync(cancellation);
        var covered = kept.Covered.TryGetValue((dataset.Id, table), out var known) ? known : kept.Covered[(dataset.Id, table)] = await CoveredAsync(dataset, table, cancellation);
        var (practitioners, acts) = (new double[table.Count], new double?[table.Count]);
        var ages = new AgesOfPractitioners(new double[table.Count], new double[table.Count], new double[table.Count], new double[table.Count]);
        var supervisors = new double?[table.Count];
        foreach (var line in lines)
        {
            if (table.Find(line.CommuneCode)?.Index.Value is not { } rank)
            {
                continue;
            }

            practitioners[rank] += line.Practitioners;
            acts[rank] = line.Acts is { } done ? (acts[rank] ?? 0) + done : acts[rank];
            supervisors[rank] = line.Supervisors is { } some ? (supervisors[rank] ?? 0) + some : supervisors[rank];
            if (line is { Over55: { } over55, Over60: { } over60, Over65: { } over65 })
            {
                ages.KnownAge[rank] += line.Practitioners;
                ages.Over55[rank] += over55;
                ages.Over60[rank] += over60;
                ages.Over65[rank] += over65;
            }
        }

        return new ProfessionSupply(dataset, practitioners, acts, lines.Exists(line => line.Over55 is not null) ? ages : null, lines.Exists(line => line.Supervisors is not null) ? supervisors : null, covered);
    }

    private async Task<bool[]> CoveredAsync(Dataset dataset, CommuneTable table, CancellationToken cancellation)
    {
        var codes = await db.Set<SupplyLine>().AsNoTracking().Where(line => line.DatasetId == dataset.Id).Select(line => line.CommuneCode).Distinct().ToListAsync(cancellation);
        var departments = codes.Select(table.Find).OfType<Commune>().Select(commune => commune.Department).ToHashSet(StringComparer.Ordinal);
        return [.. table.All.Select(commune => departments.Contains(commune.Department))];
    }

    /// <summary>What was read, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        /// <summary>Of which departments a file speaks, whatever the profession.</summary>
        public ConcurrentDictionary<(Guid Dataset, CommuneTable Communes), bool[]> Covered { get; } = new();

        public ConcurrentDictionary<(Guid Dataset, CareProfession Profession, CommuneTable Communes), ProfessionSupply> Supplies { get; } = new();
    }
}
