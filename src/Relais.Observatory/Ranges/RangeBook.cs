using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Relais.Accessibility;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Ranges;
using Relais.Kernel.Data;
using Relais.Observatory.Accessibility;
using Relais.Observatory.Professions;
using Relais.Observatory.Travel;
using Relais.Territory.Contracts;

namespace Relais.Observatory.Ranges;

/// <summary>
/// How sure each figure is: approximate points and modelled times are drawn again many times. It takes seconds for a region and a
/// minute for the country, so it is done in the background and kept.
/// </summary>
internal sealed class RangeBook(RelaisDb db, ICommunes communes, AccessibilityBook accesses, WaterBook waters, RangeBook.Kept kept)
{
    /// <summary>Two draws in twenty lie outside of the range.</summary>
    private const int Draws = 40;

    private const ulong Seed = 20_251_013;

    /// <summary>By <see cref="CommuneIndex"/>; nothing as long as they are not computed, or where times are not modelled.</summary>
    public async ValueTask<IReadOnlyList<FigureRange?>?> FindAsync(ProfessionAccess access, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var key = KeyOf(access, table, await waters.FindAsync(cancellation));
        if (kept.Ranges.TryGetValue((key, table), out var known))
        {
            return known;
        }

        var rows = await db.Set<AccessRange>().AsNoTracking().Where(range => range.Key == key).ToListAsync(cancellation);
        if (rows.Count is 0)
        {
            return null;
        }

        var ranges = new FigureRange?[table.Count];
        foreach (var row in rows)
        {
            if (table.Find(row.CommuneCode)?.Index.Value is { } rank)
            {
                ranges[rank] = new FigureRange(row.Low, row.High);
            }
        }

        return kept.Ranges[(key, table)] = ranges;
    }

    /// <summary>Computes those that are not there, of each profession whose times are modelled, and forgets those of other inputs.</summary>
    public async Task ComputeAsync(CancellationToken cancellation)
    {
        var (table, water) = (await communes.GetAsync(cancellation), await waters.FindAsync(cancellation));
        var inForce = new List<string>();
        foreach (var profession in Enum.GetValues<CareProfession>())
        {
            if (await accesses.FindAsync(profession, cancellation) is { Times.Provenance.Quality: TravelTimeQuality.Estimated } access)
            {
                inForce.Add(KeyOf(access, table, water));
                await ComputeAsync(inForce[^1], access, table, water, cancellation);
            }
        }

        await db.Set<AccessRange>().Where(range => !inForce.Contains(range.Key)).ExecuteDeleteAsync(cancellation);
    }

    private async Task ComputeAsync(string key, ProfessionAccess access, CommuneTable table, Water water, CancellationToken cancellation)
    {
        if (await db.Set<AccessRange>().AnyAsync(range => range.Key == key, cancellation))
        {
            return;
        }

        var ranges = FigureRanges.Of(GroundOf(access, table, water), TravelModel.Lowland, Precision.Embedded, access.Catchment.Parameters, access.Demand.People, access.Offered, Draws, Seed, cancellation);
        try
        {
            await db.InTransactionAsync(
                () => db.BulkInsertAsync(
                    "access_range",
                    ["key", "commune_code", "low", "high"],
                    table.All.Where(commune => access.Known[commune.Index.Value]).Select(commune => new object?[] { key, commune.Code.Value, ranges[commune.Index.Value].Low, ranges[commune.Index.Value].High }),
                    cancellation),
                cancellation);
        }
        catch (Exception twice) when (twice.RefusedBy("access_range_pkey", "access_range.key"))
        {
            // Another was as quick, and found the same.
        }
    }

    /// <summary>What the file does not cover has no figure: it is left out of the draws too.</summary>
    private static EstimatedGround GroundOf(ProfessionAccess access, CommuneTable table, Water water) => new(
        [.. table.All.Select(commune => access.Supply.Covered[commune.Index.Value] ? commune.Point : null)],
        [.. table.All.Select(commune => commune.Quality > CoordinateQuality.SameName)],
        table.Lands,
        water.Links);

    private static string KeyOf(ProfessionAccess access, CommuneTable table, Water water)
    {
        // JSON is the same in every language; the text of a record is not.
        var inputs = JsonSerializer.SerializeToUtf8Bytes(new
        {
            access.Profession,
            Supply = access.Supply.Dataset.Id,
            Demand = access.Demand.Key,
            access.Rule,
            Times = access.Times.Provenance,
            Parameters = Encoding.UTF8.GetString(ParametersJson.Write(access.Catchment.Parameters)),
            People = access.Demand.Count.Source,
            Points = table.PointsVersion,
            Water = water.Version,
            Precision.Embedded,
            Draws,
            Seed,
        });
        return Convert.ToHexStringLower(SHA256.HashData(inputs))[..32];
    }

    /// <summary>What was read, for all requests; forgotten with the process.</summary>
    internal sealed class Kept
    {
        public ConcurrentDictionary<(string Key, CommuneTable Communes), IReadOnlyList<FigureRange?>> Ranges { get; } = new();
    }
}
