using System.Data.Common;
using System.Globalization;
using Relais.Kernel.Data;

namespace Relais.Kernel.Journal;

/// <summary>
/// One line of the journal as text, the same on both engines: whatever somebody wrote into the row behind the program,
/// it can be read and compared.
/// </summary>
internal sealed record JournalRow(
    string Id, string At, string? AccountId, string Means, string Action, string SubjectKind, string SubjectId, string? Detail, string? Digest)
{
    private const string Columns = "means, action, subject_kind, subject_id, detail, digest";

    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public static string Select(Engine engine) => engine is Engine.Postgres
        ? $"id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), account_id::text, {Columns}"
        : $"id, at, account_id, {Columns}";

    public static JournalRow Read(DbDataReader reader) => new(
        Text(reader, 0)?.ToLowerInvariant() ?? "",
        Text(reader, 1) ?? "",
        Text(reader, 2)?.ToLowerInvariant(),
        Text(reader, 3) ?? "",
        Text(reader, 4) ?? "",
        Text(reader, 5) ?? "",
        Text(reader, 6) ?? "",
        Text(reader, 7),
        Text(reader, 8));

    public static JournalRow Of(JournalEntry entry) => new(
        entry.Id.ToString(), Printed(entry.At), entry.AccountId?.ToString(), entry.Means, entry.Action, entry.SubjectKind, entry.SubjectId, entry.Detail, entry.Digest);

    public static string Printed(DateTimeOffset instant) => instant.UtcDateTime.ToString(RoomsDb.SortableInstantFormat, CultureInfo.InvariantCulture);

    public string ComputeDigest() => JournalDigest.Of(["entry", Id, At, AccountId, Means, Action, SubjectKind, SubjectId, Detail]);

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);
}
