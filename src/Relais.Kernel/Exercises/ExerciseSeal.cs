using System.Globalization;
using Relais.Kernel.Data;

namespace Relais.Kernel.Exercises;

/// <summary>
/// What is done to a restored database before it can be opened: it is marked, nothing that waited to be sent waits any
/// more, and its keys go, so that its links and sessions open nothing in the true installation, nor those of that one here.
/// </summary>
internal static class ExerciseSeal
{
    private const string Migration = "Relais.Kernel.Migrations.0032_exercise.sql";

    public static IReadOnlyList<string> Statements(DateTimeOffset dataFrom, DateTimeOffset endsAt) =>
    [
        Table(),
        $"INSERT INTO exercise (id, data_from, ends_at) VALUES (1, '{Literal(dataFrom)}', '{Literal(endsAt)}') ON CONFLICT (id) DO UPDATE SET data_from = excluded.data_from, ends_at = excluded.ends_at",
        "UPDATE message SET state = 'Cancelled', lease_token = NULL, lease_until = NULL WHERE state IN ('Waiting', 'Sending')",
        "DELETE FROM link_key",
        "DELETE FROM data_protection_key",
    ];

    /// <summary>Both engines read it: as the text that SQLite keeps, as an instant in UTC.</summary>
    private static string Literal(DateTimeOffset instant) => instant.UtcDateTime.ToString(RoomsDb.SortableInstantFormat, CultureInfo.InvariantCulture);

    private static string Table()
    {
        using var reader = new StreamReader(typeof(ExerciseSeal).Assembly.GetManifestResourceStream(Migration)!);
        return reader.ReadToEnd();
    }
}
