using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Relais.Observatory.Contracts;
using Relais.Web.Hosting;

namespace Relais.Web.Commands.Importing;

/// <summary>Takes figures in for the observatory: <c>./relais import supply FILE --source S --vintage 2025</c>.</summary>
internal static class ImportDataset
{
    public const string Usage = "relais import communes|contours|times|neighbour-times|apl|zoning|zoning-caps|mesh|supply|statistics FILE --source NAME --vintage 2025 [--licence NAME] [--dry-run] [--skip-bad-lines] | relais import undo ID";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IReadOnlyDictionary<string, DatasetKind> Kinds { get; } = new Dictionary<string, DatasetKind>(StringComparer.Ordinal)
    {
        ["supply"] = DatasetKind.Supply,
        ["times"] = DatasetKind.TravelTimes,
        ["neighbour-times"] = DatasetKind.NeighbourTimes,
        ["apl"] = DatasetKind.PublishedApl,
        ["zoning"] = DatasetKind.Zoning,
        ["mesh"] = DatasetKind.Mesh,
        ["zoning-caps"] = DatasetKind.ZoningCaps,
        ["contours"] = DatasetKind.Contours,
        ["communes"] = DatasetKind.Communes,
        ["statistics"] = DatasetKind.Statistics,
    };

    public static async Task<int> RunAsync(DatasetKind kind, string[] args)
    {
        var began = TimeProvider.System.GetTimestamp();
        var file = Read(args);
        var report = await WithImportAsync((import, stopping) => import.RunAsync(kind, file, stopping));
        foreach (var bad in report.FirstRejected)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Name}, line {bad.Line}: {bad.Reason}"));
        }

        if (report.Rejected > report.FirstRejected.Count)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"and {report.Rejected - report.FirstRejected.Count} more bad lines"));
        }

        if (report.Refusal is { } refusal)
        {
            throw new CommandRefusedException($"{file.Name}: {Sentence(refusal)} Nothing was changed.");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                Kind = kind.ToString(),
                report.Dataset,
                DryRun = file.IsRehearsal,
                report.Lines,
                report.Kept,
                report.Rejected,
                report.Times,
                Seconds = Math.Round(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 1),
                PeakMb = Math.Round(PeakMemory.Megabytes(process)),
            },
            Json));
        return 0;
    }

    public static async Task<int> UndoAsync(string id)
    {
        if (!Guid.TryParse(id, out var dataset))
        {
            throw new CommandRefusedException($"'{id}' is not the id of an import. Usage: {Usage}");
        }

        var isDone = await WithImportAsync((import, stopping) => import.UndoAsync(dataset, stopping));
        if (!isDone)
        {
            throw new CommandRefusedException($"no import that counts has the id {id}. Nothing was changed.");
        }

        Console.WriteLine(JsonSerializer.Serialize(new { Undone = dataset }, Json));
        return 0;
    }

    private static async Task<T> WithImportAsync<T>(Func<IDatasetImport, CancellationToken, Task<T>> work)
    {
        await using var app = RelaisApp.Build([], listens: false);
        var stopping = app.Lifetime.ApplicationStopping;
        await RelaisApp.PrepareAsync(app, stopping);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IDatasetImport>(), stopping);
    }

    private static DatasetFile Read(string[] args)
    {
        var options = new Options(args, Usage, ["source", "vintage", "licence"], "dry-run", "skip-bad-lines");
        if (!File.Exists(options.Folder))
        {
            throw new CommandRefusedException($"there is no file {options.Folder}");
        }

        return new DatasetFile
        {
            Name = Path.GetFileName(options.Folder),
            Open = () => File.OpenRead(options.Folder),
            Source = options.Required("source"),
            Vintage = options.Required("vintage"),
            Licence = options.Text("licence") ?? "non précisée",
            IsRehearsal = options.Has("dry-run"),
            SkipsBadLines = options.Has("skip-bad-lines"),
        };
    }

    private static string Sentence(DatasetRefusal refusal) => refusal switch
    {
        DatasetRefusal.Empty => "it holds no line.",
        DatasetRefusal.AlreadyIn => "the same file is already in.",
        DatasetRefusal.WrongShape => "it is not of that kind.",
        _ => "some lines cannot be read; add --skip-bad-lines to leave them out.",
    };
}
