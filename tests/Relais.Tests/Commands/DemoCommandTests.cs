using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Commands;

/// <summary><c>./relais demo</c> as a newcomer types it: the script, the release build, a process of its own.</summary>
public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demonstration_serves_and_prints_who_may_enter_and_refuses_a_port_that_is_taken()
    {
        var home = Directory.CreateTempSubdirectory("relais-demo-").FullName;
        var port = FreePort();
        try
        {
            using var demo = Command.Start(home, "demo", "--port", $"{port}");
            await Eventually.TrueAsync(() => demo.Lines.Any(line => line.StartsWith("token facility-manager ", StringComparison.Ordinal)), $"nothing is served: {demo}", withinSeconds: 600);
            Assert.Contains(demo.Lines, line => line.Contains($"http://localhost:{port}", StringComparison.Ordinal));
            string[] roles = ["administrator", "national", "coordinator", "planner", "elected-official", "psychologist", "volunteer", "facility-manager"];
            Assert.All(roles, role => Assert.Contains(demo.Lines, line => line.StartsWith($"sign-in {role} ", StringComparison.Ordinal)));

            using var visitor = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
            Assert.Contains("données fictives", await visitor.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            foreach (var role in roles)
            {
                visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", demo.TokenOf(role));
                Assert.Equal(HttpStatusCode.OK, await visitor.StatusOf("/api/v1/offers"));
            }

            // Built already: the script adds nothing to what the program says.
            using var second = Command.Start(home, "demo", "--port", $"{port}");
            await second.EndAsync();
            Assert.NotEqual(0, second.ExitCode);
            Assert.Contains($"{port}", Assert.Single(second.Errors), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The script at the root, and everything that it says.</summary>
    private sealed class Command : IDisposable
    {
        private readonly Process _process;

        private Command(Process process) => _process = process;

        public ConcurrentQueue<string> Lines { get; } = [];

        public ConcurrentQueue<string> Errors { get; } = [];

        public int ExitCode => _process.ExitCode;

        public static Command Start(string home, params string[] arguments)
        {
            var start = new ProcessStartInfo(Path.Combine(Repository.Root, "relais"), arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["RELAIS_HOME"] = home },
            };
            var command = new Command(new Process { StartInfo = start });
            command._process.OutputDataReceived += (_, line) => Keep(command.Lines, line.Data);
            command._process.ErrorDataReceived += (_, line) => Keep(command.Errors, line.Data);
            command._process.Start();
            command._process.BeginOutputReadLine();
            command._process.BeginErrorReadLine();
            return command;
        }

        public string TokenOf(string role) => Lines.Select(line => line.Split(' ')).Single(words => words is ["token", var name, _] && name == role)[2];

        public Task EndAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

        public override string ToString() => string.Join(Environment.NewLine, Lines.Concat(Errors));

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }

            _process.Dispose();
        }

        private static void Keep(ConcurrentQueue<string> lines, string? line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Enqueue(line);
            }
        }
    }
}
