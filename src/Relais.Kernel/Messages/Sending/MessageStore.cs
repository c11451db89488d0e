using System.Data;
using System.Data.Common;
using Relais.Kernel.Data;
using Relais.Kernel.Queues;

namespace Relais.Kernel.Messages.Sending;

internal sealed record ClaimedMessage(Guid Id, string Template, string Ids, Guid PersonId, int Attempts);

/// <summary>How a message is written back.</summary>
internal sealed record Ending(MessageState State, int Attempts)
{
    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? ProviderId { get; init; }

    public int? Parts { get; init; }

    public string? Error { get; init; }
}

/// <summary>
/// The statements by which workers share the message table, prepared once on a connection of its own: the way of each
/// message is one round trip. Used by one worker at a time.
/// </summary>
internal sealed class MessageStore(Database database, Channel channel) : IAsyncDisposable
{
    private const int BatchSize = 32;
    private static readonly MessageNature[] MostUrgentFirst = Enum.GetValues<MessageNature>();

    private DbConnection? _connection;
    private DbCommand? _end;

    /// <summary>Takes the most urgent of what is due and in nobody's hands.</summary>
    public async Task<IReadOnlyList<ClaimedMessage>> ClaimAsync(Guid token, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var nature in MostUrgentFirst)
        {
            if (await ClaimAsync(nature, token, now, cancellation) is { Count: > 0 } messages)
            {
                return messages;
            }
        }

        return [];
    }

    /// <summary>When the earliest message that nobody holds falls, or fell, due.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        var each = MostUrgentFirst.Select(nature =>
            $"SELECT (SELECT not_before FROM message WHERE {Free(nature)} ORDER BY not_before LIMIT 1) AS due");
        await using var command = (await ConnectionAsync(cancellation)).Statement($"SELECT min(due) FROM ({string.Join(" UNION ALL ", each)}) earliest");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !await reader.IsDBNullAsync(0, cancellation) ? reader.GetInstant(0) : null;
    }

    /// <summary>Writes how a message ended, unless it was handed to another worker.</summary>
    /// <returns>Whether it was still ours.</returns>
    public async Task<bool> EndAsync(Guid id, Guid token, Ending ending)
    {
        var end = _end ??= await PrepareEndAsync();
        end.Parameters["id"].Value = id;
        end.Parameters["token"].Value = token;
        end.Parameters["state"].Value = ending.State.ToString();
        end.Parameters["attempts"].Value = ending.Attempts;
        end.Parameters["not_before"].Value = Instant(ending.NotBefore);
        end.Parameters["sent_at"].Value = Instant(ending.SentAt);
        end.Parameters["provider_id"].Value = ending.ProviderId ?? (object)DBNull.Value;
        end.Parameters["parts"].Value = ending.Parts ?? (object)DBNull.Value;
        end.Parameters["error"].Value = ending.Error ?? (object)DBNull.Value;

        using var turn = await WriteGate.EnterAsync(database, CancellationToken.None);
        return await end.ExecuteNonQueryAsync() is 1;
    }

    /// <summary>Gives back what was taken and not sent.</summary>
    public Task ReleaseAsync(Guid token) => database.WriteAsync(
        "UPDATE message SET state = 'Waiting', lease_token = NULL, lease_until = NULL WHERE lease_token = @token", CancellationToken.None, ("token", token));

    /// <summary>Leaves a connection that failed; the next statement opens another.</summary>
    public async Task ReconnectAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_end is not null)
        {
            await _end.DisposeAsync();
            _end = null;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task<List<ClaimedMessage>> ClaimAsync(MessageNature nature, Guid token, DateTimeOffset now, CancellationToken cancellation)
    {
        var sql =
            $"""
            WITH due AS MATERIALIZED (
                SELECT id FROM message
                WHERE {Free(nature)} AND not_before <= @now
                ORDER BY not_before LIMIT {BatchSize} {database.SkipLocked})
            UPDATE message SET state = 'Sending', lease_token = @token, lease_until = {database.LeaseEnd}
            WHERE id IN (SELECT id FROM due)
            RETURNING id, template, ids, person_id, attempts
            """;

        using var turn = await WriteGate.EnterAsync(database, cancellation);
        await using var command = (await ConnectionAsync(cancellation)).Statement(sql, ("token", token), ("now", database.Instant(now)));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var messages = new List<ClaimedMessage>(BatchSize);
        while (await reader.ReadAsync(cancellation))
        {
            messages.Add(new ClaimedMessage(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt32(4)));
        }

        return messages;
    }

    /// <summary>The rows of one index, earliest first.</summary>
    private string Free(MessageNature nature) =>
        $"channel = '{channel}' AND priority = {(int)nature} AND state IN ('Waiting', 'Sending') AND (lease_until IS NULL OR lease_until < {database.Now})";

    private async Task<DbConnection> ConnectionAsync(CancellationToken cancellation) => _connection ??= await database.OpenAsync(cancellation);

    private async Task<DbCommand> PrepareEndAsync()
    {
        const string Sql =
            """
            UPDATE message SET state = @state, attempts = @attempts, not_before = COALESCE(@not_before, not_before), sent_at = @sent_at,
                provider_id = @provider_id, parts = @parts, last_error = @error, lease_token = NULL, lease_until = NULL
            WHERE id = @id AND lease_token = @token
            """;

        var instant = database.Engine is Engine.Postgres ? DbType.DateTimeOffset : DbType.String;
        var command = (await ConnectionAsync(CancellationToken.None)).Statement(Sql);
        foreach (var (name, type) in new[]
        {
            ("id", DbType.Guid), ("token", DbType.Guid), ("state", DbType.String), ("attempts", DbType.Int32),
            ("not_before", instant), ("sent_at", instant), ("provider_id", DbType.String), ("parts", DbType.Int32), ("error", DbType.String),
        })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync();
        return command;
    }

    private object Instant(DateTimeOffset? instant) => instant is { } value ? database.Instant(value) : DBNull.Value;
}
