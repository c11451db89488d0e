using System.Diagnostics;
using Relais.Tests.Infrastructure;
using Relais.Web.Hosting;

namespace Relais.Bench.Registers;

/// <summary>
/// The command itself, in a process of its own, on an extract of two million people with one line each, the worst case: into an empty register, then the same
/// again, then one in which two lines of a hundred are new. The goal is 30 s and 500 MB each time.
/// </summary>
internal sealed class RegisterBenchmark : IBenchmark
{
    private const int People = 2_000_000;

    public string Name => "register";

    public string Question => "how long does a register of two million lines take, and how much memory?";

    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("relais-bench-");
        var (first, second) = (Path.Combine(folder.FullName, "PS_LibreAcces_Personne_activite_202601150712.txt"), Path.Combine(folder.FullName, "PS_LibreAcces_Personne_activite_202601220712.txt"));
        InventedExtract.Write(first, People, linesEach: 1);
        InventedExtract.Write(second, People * 102 / 100, linesEach: 1);
        Console.WriteLine($"one extract: {People} lines, {Figures.Megabytes(new FileInfo(first).Length)}");

        await OnAsync("SQLite", $"Data Source={Path.Combine(folder.FullName, "relais.db")}", first, second);
        await using (var cluster = await PostgresCluster.StartAsync(durable: true))
        {
            await OnAsync("PostgreSQL", await cluster.CreateDatabaseAsync(), first, second);
        }

        folder.Delete(recursive: true);
    }

    private static async Task OnAsync(string engine, string connectionString, string first, string second)
    {
        await using (var app = RelaisApp.Build([$"--ConnectionStrings:Relais={connectionString}", "--Logging:LogLevel:Default=Warning"], listens: false))
        {
            await RelaisApp.PrepareAsync(app, CancellationToken.None);
        }

        foreach (var (what, file) in new[] { ("into an empty register", first), ("the same again", first), ("one in fifty new", second) })
        {
            Console.WriteLine($"{engine}, {what}: {await ImportAsync(connectionString, file)}");
        }
    }

    private static async Task<string> ImportAsync(string connectionString, string file)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Relais.Web.dll"), "import", "rpps", file]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ConnectionStrings__Relais"] = connectionString;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.TrimEnd().Split('\n')[^1];
    }
}
