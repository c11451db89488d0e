using System.Globalization;
using System.Runtime.CompilerServices;
using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

internal sealed record StoredSeal(int Number, int Entries, string PreviousHash, string Hash, string SealedAt, string? Roll);

/// <summary>The journal as one snapshot holds it, read seal by seal.</summary>
internal sealed class JournalReading(Snapshot snapshot)
{
    private readonly string _columns = JournalRow.Select(snapshot.Database.Engine);

    /// <summary>When lines began to bear a digest: at the first start with this program, or at its upgrade.</summary>
    public async Task<string> DigestsSinceAsync(CancellationToken cancellation)
    {
        await using var command = snapshot.Command("SELECT applied_at FROM schema_migration WHERE module = 'kernel' AND file = '0022_journal_roll.sql'");
        return await command.ExecuteScalarAsync(cancellation) is string at
            ? JournalRow.Printed(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
            : throw new InvalidDataException("the schema of the database is older than this program");
    }

    public async Task<StoredSeal?> SealAfterAsync(int number, CancellationToken cancellation)
    {
        var sealedAt = snapshot.Database.Engine is Engine.Postgres
            ? "to_char(sealed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            : "sealed_at";
        await using var command = snapshot.Command(
            $"SELECT number, entries, previous_hash, hash, {sealedAt}, roll FROM journal_seal WHERE number > @number ORDER BY number LIMIT 1", ("@number", number));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new StoredSeal(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? "" : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5))
            : null;
    }

    public IAsyncEnumerable<JournalRow> EntriesOfAsync(int seal, CancellationToken cancellation) =>
        ReadAsync("seal_number = @seal ORDER BY id", cancellation, ("@seal", seal));

    public IAsyncEnumerable<JournalRow> WaitingAsync(CancellationToken cancellation) => ReadAsync("seal_number IS NULL", cancellation);

    /// <summary>Seals that lines speak of and that are not there.</summary>
    public async Task<IReadOnlyList<int>> SealsMissingAfterAsync(int last, CancellationToken cancellation)
    {
        var missing = new List<int>();
        await using var command = snapshot.Command("SELECT DISTINCT seal_number FROM journal_entry WHERE seal_number > @last ORDER BY 1", ("@last", last));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            missing.Add(reader.GetInt32(0));
        }

        return missing;
    }

    private async IAsyncEnumerable<JournalRow> ReadAsync(
        string condition, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        await using var command = snapshot.Command($"SELECT {_columns} FROM journal_entry WHERE {condition}", values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return JournalRow.Read(reader);
        }
    }
}
