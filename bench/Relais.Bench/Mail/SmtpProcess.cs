using System.Diagnostics;
using System.Globalization;

namespace Relais.Bench.Mail;

/// <summary>The mail server of npm that the tests use, without the record it keeps for them.</summary>
internal sealed class SmtpProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SmtpProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public static async Task<SmtpProcess> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests/Relais.Tests/Messages/smtp-server.mjs"), "{}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var ready = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server does not start: run npm ci first");
        return new SmtpProcess(process, int.Parse(ready["ready ".Length..], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
