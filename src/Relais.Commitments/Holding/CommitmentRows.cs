using Microsoft.EntityFrameworkCore;
using Relais.Commitments.Contracts;
using Relais.Kernel.Data;
using Relais.Matching.Rest;

namespace Relais.Commitments.Holding;

/// <summary>
/// The statements on the table of commitments. They write at once and nothing else: what the caller has
/// not saved yet waits for the caller.
/// </summary>
internal sealed class CommitmentRows(RelaisDb db, TimeProvider clock)
{
    /// <summary>The constraint of the database, which no code can go round.</summary>
    public const string NoOverlap = "commitment_no_overlap";

    /// <summary>
    /// Makes the other transactions that ask about the party wait for the end of this one. On SQLite the transaction is
    /// the only one that writes already.
    /// </summary>
    public async Task LockAsync(PartyKind kind, Guid party, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Hours are held inside a transaction: call this in InTransactionAsync");
        }

        if (db.Engine is Engine.Postgres)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO commitment_party (kind, id) VALUES ({kind.ToString()}, {party}) ON CONFLICT DO NOTHING;
                SELECT 1 FROM commitment_party WHERE kind = {kind.ToString()} AND id = {party} FOR UPDATE
                """,
                cancellation);
        }
    }

    /// <summary>The live commitments of the party that meet the window, earliest first.</summary>
    public Task<List<Commitment>> ListAsync(PartyKind kind, Guid party, Interval window, CancellationToken cancellation) => Live(window)
        .Where(commitment => commitment.PartyKind == kind && commitment.PartyId == party)
        .OrderBy(commitment => commitment.StartsAt)
        .ToListAsync(cancellation);

    /// <summary>The live commitments of any party that meet the window.</summary>
    public IQueryable<Commitment> Live(Interval window) => db.Set<Commitment>().AsNoTracking()
        .Where(commitment => commitment.ReleasedAt == null && commitment.EndsAt > window.Start && commitment.StartsAt < window.End);

    /// <summary>Inserts the commitment in place of another, if any; the constraint refusing leaves both as they were.</summary>
    /// <returns>False when the constraint refused.</returns>
    public async Task<bool> TryInsertAsync(Commitment commitment, CommitmentId? replaced, CancellationToken cancellation)
    {
        const string Savepoint = "commitment";
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Savepoint, cancellation);
        try
        {
            if (replaced is { } earlier)
            {
                await ReleaseAsync(earlier, cancellation);
            }

            await InsertAsync(commitment, cancellation);
            await transaction.ReleaseSavepointAsync(Savepoint, cancellation);
            return true;
        }
        catch (Exception exception) when (exception.RefusedBy(NoOverlap))
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancellation);
            return false;
        }
    }

    public Task ReleaseAsync(CommitmentId id, CancellationToken cancellation) => db.InTransactionAsync(
        () => db.Database.ExecuteSqlAsync(
            $"UPDATE commitment SET released_at = {db.Parameter(clock.GetUtcNow())} WHERE id = {id.Value} AND released_at IS NULL",
            cancellation),
        cancellation);

    private Task<int> InsertAsync(Commitment commitment, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO commitment (id, party_kind, party_id, starts_at, ends_at, worked_minutes, at_employer, source, source_id, time_zone, held_at)
        VALUES ({commitment.Id.Value}, {commitment.PartyKind.ToString()}, {commitment.PartyId},
                {db.Parameter(commitment.StartsAt)}, {db.Parameter(commitment.EndsAt)}, {commitment.WorkedMinutes}, {commitment.AtEmployer},
                {commitment.Source}, {commitment.SourceId}, {commitment.TimeZone}, {db.Parameter(commitment.HeldAt)})
        """,
        cancellation);
}
