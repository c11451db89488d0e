using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Messages;

/// <summary>The mail server of npm, in a process of its own; see smtp-server.mjs.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private SmtpServer(Process process, string folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>The Message-ID of all that it took charge of, in order.</summary>
    public IReadOnlyList<string> Taken => [.. Lines.Select(line => line.Split(' ')[0])];

    /// <summary>The connection by which each came.</summary>
    public IReadOnlyList<string> Connections => [.. Lines.Select(line => line.Split(' ')[1])];

    public IReadOnlyList<DateTimeOffset> Times =>
        [.. Lines.Select(line => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture)))];

    private string Record => Path.Combine(_folder, "record");

    private IEnumerable<string> Lines => File.Exists(Record) ? File.ReadAllText(Record).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Count(c => c is ' ') is 2) : [];

    public static async Task<SmtpServer> StartAsync(object? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("relais-smtp-").FullName;
        var config = JsonSerializer.SerializeToNode(options ?? new { })!.AsObject();
        config["record"] = Path.Combine(folder, "record");
        config["content"] = folder;
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests/Relais.Tests/Messages/smtp-server.mjs"), config.ToJsonString()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("ready ", ready, StringComparison.Ordinal);
        return new SmtpServer(process, folder, int.Parse(ready!["ready ".Length..], CultureInfo.InvariantCulture));
    }

    /// <summary>What arrived as the n-th message, counted from one.</summary>
    public Task<string> ReadAsync(int number) => File.ReadAllTextAsync(Path.Combine(_folder, $"{number}.eml"), TestContext.Current.CancellationToken);

    /// <summary>Kills the process as the n-th message from now is answered, and waits until nothing more comes from it.</summary>
    public async Task KillAtAsync(int processId, int after, int delayMilliseconds, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { kill = processId, after, delay = delayMilliseconds }).AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        Assert.Equal("killed", await _process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(2), cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
