using Relais.Kernel.Data;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Jobs;

internal sealed record ClaimedJob(Guid Id, string Kind, string Payload, int Attempts);

/// <summary>The statements by which workers share the job table.</summary>
internal sealed class JobStore(DatabaseCatalog databases, JobKinds kinds)
{
    private readonly Database _database = databases[Database.Main];

    private string Free => $"state = 'Waiting' AND kind IN ({kinds.SqlList}) AND (lease_until IS NULL OR lease_until < {_database.Now})";

    public Lease NewLease() => new(_database, QueueName.Job);

    public async Task<ClaimedJob?> ClaimAsync(Guid token, DateTimeOffset now, CancellationToken cancellation)
    {
        var sql =
            $"""
            UPDATE job SET lease_token = @token, lease_until = {_database.LeaseEnd}, attempts = attempts + 1
            WHERE id = (
                SELECT id FROM job
                WHERE {Free} AND run_at <= @now
                ORDER BY run_at LIMIT 1 {_database.SkipLocked})
            RETURNING id, kind, payload, attempts
            """;

        using var turn = await WriteGate.EnterAsync(_database, cancellation);
        await using var connection = await _database.OpenAsync(cancellation);
        await using var command = connection.Statement(sql, ("token", token), ("now", _database.Instant(now)));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new ClaimedJob(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3))
            : null;
    }

    /// <summary>When the earliest job of those that nobody holds falls, or fell, due.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        await using var connection = await _database.OpenAsync(cancellation);
        await using var command = connection.Statement(
            $"SELECT run_at FROM job WHERE {Free} ORDER BY run_at LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetInstant(0) : null;
    }

    /// <returns>Whether this worker still held the job.</returns>
    public Task<bool> CompleteAsync(Guid id, Guid token, DateTimeOffset now) =>
        EndAsync("state = 'Done', ended_at = @now, last_error = NULL", id, token, ("now", _database.Instant(now)));

    public Task<bool> RetryAsync(Guid id, Guid token, DateTimeOffset runAt, string error) =>
        EndAsync("run_at = @run_at, last_error = @error", id, token, ("run_at", _database.Instant(runAt)), ("error", error));

    public Task<bool> BuryAsync(Guid id, Guid token, DateTimeOffset now, string error) =>
        EndAsync("state = 'Dead', ended_at = @now, last_error = @error", id, token, ("now", _database.Instant(now)), ("error", error));

    /// <summary>Gives an interrupted job back at once: this was no attempt.</summary>
    public Task<bool> ReleaseAsync(Guid id, Guid token) =>
        EndAsync("attempts = attempts - 1", id, token);

    private async Task<bool> EndAsync(string changes, Guid id, Guid token, params (string Name, object? Value)[] parameters) =>
        await _database.WriteAsync(
            $"UPDATE job SET {changes}, lease_token = NULL, lease_until = NULL WHERE id = @id AND lease_token = @token",
            CancellationToken.None,
            [("id", id), ("token", token), .. parameters]) is 1;
}
