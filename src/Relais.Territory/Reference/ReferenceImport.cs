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
    // For a node that waits while another, on a slow machine, takes the data in.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Takes in the data embedded in this assembly, unless they already are.</summary>
    /// <returns>Whether this call did it.</returns>
    public Task<bool> RunAsync(CancellationToken cancellation) => RunAsync(France.EmbeddedFingerprint(), France.Read, cancellation);

    public async Task<bool> RunAsync(string fingerprint, Func<France> read, CancellationToken cancellation)
    {
        if (await IsDoneAsync(fingerprint, cancellation))
        {
            return false;
        }

        var watch = Stopwatch.StartNew();
        db.Database.SetCommandTimeout(LongestWait);
        var isNew = await db.InTransactionAsync(() => WriteUnlessDoneAsync(fingerprint, read, cancellation), cancellation);
        communes.Forget();

        LogEnd(log, isNew ? "taken in" : "taken in by another node", watch.Elapsed.TotalSeconds);
        return isNew;
    }

    private async Task<bool> WriteUnlessDoneAsync(string fingerprint, Func<France> read, CancellationToken cancellation)
    {
        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(7266)", cancellation);
        }

        if (await IsDoneAsync(fingerprint, cancellation))
        {
            return false;
        }

        LogStart(log);
        var france = read();
        var points = CoordinateMatching.Match(france);
        LogMatched(log, points.Count(point => IsMatched(point.Value.Quality)), points.Count(point => !IsMatched(point.Value.Quality)));

        await new ReferenceRows(db, france, points, clock.GetUtcNow()).ReplaceAsync(fingerprint, cancellation);
        LogCommunes(log, france.Communes.Count);

        var changed = await new TerritoryRows(db, france).UpdateAsync(cancellation);
        LogTerritories(log, changed);
        return true;
    }

    private Task<bool> IsDoneAsync(string fingerprint, CancellationToken cancellation) =>
        db.Database.SqlQuery<int>($"""SELECT 1 AS "Value" FROM reference_import WHERE fingerprint = {fingerprint}""").AnyAsync(cancellation);

    private static bool IsMatched(CoordinateQuality quality) => quality <= CoordinateQuality.SameName;

    [LoggerMessage(LogLevel.Information, "Reference data: reading the communes of France")]
    private static partial void LogStart(ILogger log);

    [LoggerMessage(LogLevel.Information, "Reference data: {Matched} points found, {Imputed} imputed from neighbours")]
    private static partial void LogMatched(ILogger log, int matched, int imputed);

    [LoggerMessage(LogLevel.Information, "Reference data: {Communes} communes and their populations written")]
    private static partial void LogCommunes(ILogger log, int communes);

    [LoggerMessage(LogLevel.Information, "Reference data: {Territories} territories written")]
    private static partial void LogTerritories(ILogger log, int territories);

    [LoggerMessage(LogLevel.Information, "Reference data: {Outcome} in {Seconds:0.0} s")]
    private static partial void LogEnd(ILogger log, string outcome, double seconds);
}
