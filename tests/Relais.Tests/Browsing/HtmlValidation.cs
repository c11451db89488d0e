using System.Diagnostics;
using System.Text.Json;
using Relais.Tests.Infrastructure;

namespace Relais.Tests.Browsing;

/// <summary>The HTML of many pages, as the server wrote it, validated by one process.</summary>
internal sealed class HtmlValidation
{
    private readonly Dictionary<string, string> _pages = [];

    public void Add(string name, string html) => _pages[name] = html;

    public async Task<IReadOnlyList<string>> ValidateAsync()
    {
        var script = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests/Relais.Tests/Browsing/html-validate.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(script)!;
        var faults = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(_pages));
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return process.ExitCode is 0
            ? JsonSerializer.Deserialize<string[]>(await faults)!
            : throw new InvalidOperationException($"html-validate.mjs ended with {process.ExitCode}");
    }
}
