using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Commands;

/// <summary>The program as an operator starts it, in production, in a process of its own that does not outlive the test.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ProgramProcess(Process process) => _process = process;

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<string> Errors { get; } = [];

    public string Output => string.Join('\n', Lines.Concat(Errors));

    public static ProgramProcess Start(params string[] arguments)
    {
        var program = new ProgramProcess(new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Relais.Web.dll"), .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            },
        });
        program._process.OutputDataReceived += (_, line) => Keep(program.Lines, line.Data);
        program._process.ErrorDataReceived += (_, line) => Keep(program.Errors, line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>The exit code, and all that was printed.</returns>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        return (await program.EndAsync(), program.Output);
    }

    /// <returns>The exit code, once everything is printed.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public Task ServesAsync(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        return Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    return _process.HasExited || (await client.GetAsync(new Uri("/sante", UriKind.Relative))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            $"nothing is served: {Output}",
            withinSeconds: 120);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
