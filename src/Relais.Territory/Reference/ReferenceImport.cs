using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Relais.Kernel.Data;
using Relais.Territory.Communes;
using Relais.Territory.Contracts;

namespace Relais.Territory.Reference;

/// <summary>
/// Takes the reference data in, once for each fingerprint: the first node that starts does it under a lock, the others
/// wait and find it done. Communes and figures are replaced; of the territories only those that changed get a new version.
/// </summary>
internal sealed partial class ReferenceImport(RelaisDb db, CommuneCache communes, TimeProvider clock, ILogger<ReferenceImport> log)
{
    /// <summary>Takes in the data embedded in this assembly, unless they already are.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation) =>
        !await IsDoneAsync(France.EmbeddedFingerprint(), cancellation) && await RunAsync(France.Read(), cancellation);

    public async Task<bool> RunAsync(France france, CancellationToken cancellation)
    {
        LogStart(log, france.Communes.Count);
        var watch = Stopwatch.StartNew();
        var points = CoordinateMatching.Match(france);
        LogMatched(log, points.Count(point => IsMatched(point.Value.Quality)), points.Count(point => !IsMatched(point.Value.Quality)));

        var isNew = await db.InTransactionAsync(() => WriteAsync(france, points, cancellation), cancellation);
        communes.Forget();

        LogEnd(log, isNew ? "taken in" : "already there", watch.Elapsed.TotalSeconds);
        return isNew;
    }

    private async Task<bool> WriteAsync(France france, IReadOnlyDictionary<string, PlacedCommune> points, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7266)", cancellation);
        }

        if (await IsDoneAsync(france.Fingerprint, cancellation))
        {
            return false;
        }

        await new ReferenceRows(db, france, points, clock.GetUtcNow()).ReplaceAsync(cancellation);
        LogCommunes(log, france.Communes.Count);

        var changed = await new TerritoryRows(db, france).UpdateAsync(cancellation);
        LogTerritories(log, changed);
        return true;
    }

    private Task<bool> IsDoneAsync(string fingerprint, CancellationToken cancellation) =>
        db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM reference_import WHERE fingerprint = {fingerprint}""").AnyAsync(cancellation);

    private static bool IsMatched(CoordinateQuality quality) => quality <= CoordinateQuality.SameName;

    [LoggerMessage(LogLevel.Information, "Reference data: reading {Communes} communes")]
    private static partial void LogStart(ILogger log, int communes);

    [LoggerMessage(LogLevel.Information, "Reference data: {Matched} points found, {Imputed} imputed from neighbours")]
    private static partial void LogMatched(ILogger log, int matched, int imputed);

    [LoggerMessage(LogLevel.Information, "Reference data: {Communes} communes and their populations written")]
    private static partial void LogCommunes(ILogger log, int communes);

    [LoggerMessage(LogLevel.Information, "Reference data: {Territories} territories written")]
    private static partial void LogTerritories(ILogger log, int territories);

    [LoggerMessage(LogLevel.Information, "Reference data: {Outcome} in {Seconds:0.0} s")]
    private static partial void LogEnd(ILogger log, string outcome, double seconds);
}
