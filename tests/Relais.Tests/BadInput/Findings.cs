using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.BadInput;

/// <summary>Sends wrong requests one by one, and notes each answer that no wrong request should get.</summary>
internal sealed class Findings(Node node)
{
    /// <summary>Written whatever is refused: attempts, sessions of registration, the journal of readings.</summary>
    private static readonly string[] WrittenAnyway = ["sign_in_attempt", "journal_entry", "journal_seal", "registration_draft", "kept_answer", "data_protection_key", "link_key", "job", "request_budget"];

    private readonly List<string> _faults = [];
    private string? _tables;
    private string? _rows;

    public int Sent { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>What is there now was put there by the test.</summary>
    public void Begin() => _rows = null;

    /// <param name="name">Who sent what where.</param>
    /// <param name="request">Sends it.</param>
    /// <param name="mustBeRefused">Whether taking it is a fault.</param>
    public async Task SendAsync(string name, Func<Task<HttpResponseMessage>> request, bool mustBeRefused = false)
    {
        _rows ??= await CountAsync();
        using var answer = await request();
        Sent++;
        var rows = await CountAsync();
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            _faults.Add($"{name}: answered {(int)answer.StatusCode}");
        }
        else if (await IsRefusedAsync(answer))
        {
            if (rows != _rows)
            {
                _faults.Add($"{name}: refused with {(int)answer.StatusCode}, yet the rows changed");
            }
        }
        else if (mustBeRefused)
        {
            _faults.Add($"{name}: was taken ({(int)answer.StatusCode} {answer.Headers.Location})");
        }

        _rows = rows;
    }

    private static async Task<bool> IsRefusedAsync(HttpResponseMessage answer) =>
        answer.StatusCode >= HttpStatusCode.BadRequest
        || (answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" }
            && (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("govuk-error-summary", StringComparison.Ordinal));

    /// <summary>How many rows each table has, as one text.</summary>
    private Task<string> CountAsync() => node.WithDbAsync(async db =>
    {
        _tables ??= string.Join(" UNION ALL ", db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct()
            .Except(WrittenAnyway).Where(table => !table.StartsWith("reference_", StringComparison.Ordinal) && !table.StartsWith("territory_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(table => $"SELECT '{table}' AS name, count(*) AS rows FROM {table}"));
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = _tables;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var counts = new List<string>();
        while (await reader.ReadAsync())
        {
            counts.Add($"{reader.GetString(0)} {reader.GetInt64(1)}");
        }

        return string.Join(", ", counts.Order(StringComparer.Ordinal));
    });
}
