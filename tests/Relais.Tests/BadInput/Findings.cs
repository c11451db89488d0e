using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Relais.Kernel.Data;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.BadInput;

/// <summary>Sends wrong requests one by one, and notes each answer that no wrong request should get.</summary>
internal sealed class Findings(Node node) : IAsyncDisposable
{
    /// <summary>Written whatever is refused: attempts, sessions of registration, the journal of readings.</summary>
    private static readonly string[] WrittenAnyway = ["sign_in_attempt", "journal_entry", "journal_seal", "registration_draft", "kept_answer", "data_protection_key", "link_key", "job", "request_budget"];

    private readonly List<string> _faults = [];
    private DbConnection? _watch;
    private string? _tables;
    private string? _rows;
    private long _version;

    public int Sent { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>What is there now was put there by the test.</summary>
    public void Begin() => _rows = null;

    /// <summary>Looks at pages: whatever they are asked, looking changes no row.</summary>
    /// <param name="name">Who looks at what.</param>
    /// <param name="requests">What is asked, and how it is sent.</param>
    public async Task LookAsync(string name, IEnumerable<(string Asked, Func<Task<HttpResponseMessage>> Send)> requests)
    {
        var rows = _rows = await CountAsync();
        foreach (var (asked, send) in requests)
        {
            using var answer = await send();
            Sent++;
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                _faults.Add($"{asked}: answered {(int)answer.StatusCode}");
            }
        }

        if (await CountAsync() != rows)
        {
            _faults.Add($"{name}: one of the questions changed the rows");
        }
    }

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

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }
    }

    /// <summary>How many rows each table has, as one text. Where no transaction wrote since the last time, nothing is counted again.</summary>
    private async Task<string> CountAsync()
    {
        var watch = _watch ??= await OpenAsync();
        await using var command = watch.CreateCommand();
        command.CommandText = watch is SqliteConnection ? "PRAGMA data_version" : "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
        var version = (long)(await command.ExecuteScalarAsync())!;
        if (version == _version && _rows is not null)
        {
            return _rows;
        }

        _version = version;
        command.CommandText = _tables;
        await using var reader = await command.ExecuteReaderAsync();
        var counts = new List<string>();
        while (await reader.ReadAsync())
        {
            counts.Add($"{reader.GetString(0)} {reader.GetInt64(1)}");
        }

        return string.Join(", ", counts.Order(StringComparer.Ordinal));
    }

    private Task<DbConnection> OpenAsync() => node.WithDbAsync(async db =>
    {
        _tables = string.Join(" UNION ALL ", db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct()
            .Except(WrittenAnyway).Where(table => !table.StartsWith("reference_", StringComparison.Ordinal) && !table.StartsWith("territory_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(table => $"SELECT '{table}' AS name, count(*) AS rows FROM {table}"));
        var connection = node.Services.GetRequiredService<DatabaseCatalog>()[Database.Main].CreateConnection();
        await connection.OpenAsync();
        return connection;
    });
}
