using System.Diagnostics;

namespace Relais.Tests.Messages;

/// <summary>The product that sends (<c>relais worker</c>), in a process of its own that does not outlive the test.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static WorkerProcess Start(string connectionString, SmtpServer server)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Relais.Web.dll"), "worker", $"--ConnectionStrings:Relais={connectionString}", "--Logging:LogLevel:Default=Error",
            .. PostOffice.Settings(server).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        return new WorkerProcess(Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
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
