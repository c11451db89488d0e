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
using Relais.Territory.Contracts;

namespace Relais.Observatory.Ranges;

/// <summary>
/// How sure each figure is: approximate points and modelled times are drawn again many times. It takes seconds for a region and a
/// minute for the country, so it is done in the background and kept.
/// </summary>
internal sealed class RangeBook(RelaisDb db, ICommunes communes, AccessibilityBook accesses, RangeBook.Kept kept)
{
    /// <summary>Two draws in twenty lie outside of the range.</summary>
    private const int Draws = 40;

    private const ulong Seed = 20_251_013;

    /// <summary>By <see cref="CommuneIndex"/>; nothing as long as they are not computed, or where times are not modelled.</summary>
    public async ValueTask<IReadOnlyList<FigureRange?>?> FindAsync(ProfessionAccess access, CancellationToken cancellation)
    {
        var table = await communes.GetAsync(cancellation);
        var key = KeyOf(access, table);
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

    /// <summary>Computes those of general practitioners, whose figures are held against a threshold, unless they are there.</summary>
    public async Task ComputeAsync(CancellationToken cancellation)
    {
        if (await accesses.FindAsync(CareProfession.GeneralPractitioner, cancellation) is not { Times.Provenance.Quality: TravelTimeQuality.Estimated } access)
        {
            return;
        }

        var table = await communes.GetAsync(cancellation);
        var key = KeyOf(access, table);
        if (await db.Set<AccessRange>().AnyAsync(range => range.Key == key, cancellation))
        {
            return;
        }

        var ranges = FigureRanges.Of(GroundOf(access, table), TravelModel.Lowland, Precision.Embedded, access.Catchment.Parameters, access.Demand.People, access.Offered, Draws, Seed, cancellation);
        try
        {
            await db.InTransactionAsync(() => ReplaceAsync(key, table, access, ranges, cancellation), cancellation);
        }
        catch (Exception twice) when (twice.RefusedBy("access_range_pkey", "access_range.key"))
        {
            // Another was as quick, and found the same.
        }
    }

    /// <summary>Those of other inputs are of no use any more.</summary>
    private async Task ReplaceAsync(string key, CommuneTable table, ProfessionAccess access, IReadOnlyList<FigureRange> ranges, CancellationToken cancellation)
    {
        await db.Set<AccessRange>().ExecuteDeleteAsync(cancellation);
        await db.BulkInsertAsync(
            "access_range",
            ["key", "commune_code", "low", "high"],
            table.All.Where(commune => access.Known[commune.Index.Value]).Select(commune => new object?[] { key, commune.Code.Value, ranges[commune.Index.Value].Low, ranges[commune.Index.Value].High }),
            cancellation);
    }

    /// <summary>What the file does not cover has no figure: it is left out of the draws too.</summary>
    private static EstimatedGround GroundOf(ProfessionAccess access, CommuneTable table) => new(
        [.. table.All.Select(commune => access.Supply.Covered[commune.Index.Value] ? commune.Point : null)],
        [.. table.All.Select(commune => commune.Quality > CoordinateQuality.SameName)],
        table.Lands);

    private static string KeyOf(ProfessionAccess access, CommuneTable table)
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
