using System.Diagnostics;

namespace Relais.Tests.Messages;

/// <summary>The product that sends (<c>relais worker</c>), in a process of its own that does not outlive the test.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<DateTimeOffset> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) is not false)
            {
                _started.TrySetResult(DateTimeOffset.UtcNow);
            }
        };
        process.BeginOutputReadLine();
    }

    public int Id => _process.Id;

    /// <summary>When the program said that it is up, or ended: how long a busy machine takes to start it is not ours to promise.</summary>
    public Task<DateTimeOffset> Started => _started.Task;

    public static WorkerProcess Start(string connectionString, SmtpServer server)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Relais.Web.dll"), "worker", $"--ConnectionStrings:Relais={connectionString}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
            .. PostOffice.Settings(server).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        return new WorkerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
