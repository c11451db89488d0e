using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Relais.Accounts.Duplicates;
using Relais.Kernel.PersonalData;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Accounts.Duplicates;

/// <summary>Every row about a person, in every room, as text: what must be the same after as before.</summary>
internal static class Picture
{
    /// <summary>Workings that change without anybody's data changing: the revision of the index in memory, how far a message is on its way.</summary>
    private static readonly HashSet<string> Workings = ["volunteer.revision", "message.state", "message.attempts", "message.lease_token", "message.lease_until", "message.sent_at", "message.provider_id", "message.last_error", "message.parts", "message.delivered_at", "message.read_at"];

    /// <summary>The rows by table and key, each with all its columns.</summary>
    public static async Task<SortedDictionary<string, string>> TakeAsync(Node node, bool withColumns = true)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OwnedRows>();
        var picture = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in scope.ServiceProvider.GetRequiredService<PersonalTables>().All.Where(table => table.Name is not "merger"))
        {
            await using var command = await rows.CommandAsync($"SELECT * FROM {table.Name}", TestContext.Current.CancellationToken);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!);
                var isById = table.Key is ["id"];
                var key = string.Join('/', isById ? [columns["id"]] : table.Key.Append(table.Owner).Select(column => columns[column]));
                picture[$"{table.Name}/{key}"] = withColumns
                    ? string.Join(" | ", columns.Where(column => !Workings.Contains($"{table.Name}.{column.Key}")).OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}"))
                    : columns[table.Owner];
            }
        }

        return picture;
    }

    /// <summary>Only whose each row is.</summary>
    public static Task<SortedDictionary<string, string>> OwnersAsync(Node node) => TakeAsync(node, withColumns: false);
}
