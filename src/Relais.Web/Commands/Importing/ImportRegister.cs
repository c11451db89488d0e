using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Relais.Registers.Contracts;
using Relais.Web.Hosting;

namespace Relais.Web.Commands.Importing;

/// <summary>Takes an extract of a register of the State in: <c>./relais import rpps FILE</c>.</summary>
internal static class ImportRegister
{
    public const string Usage = "relais import rpps|finess FILE [--vintage 2026-01-15] [--dry-run] [--even-if-smaller]";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<int> RunAsync(string[] args)
    {
        var began = TimeProvider.System.GetTimestamp();
        var file = Read(args);
        await using var app = RelaisApp.Build([], listens: false);
        var stopping = app.Lifetime.ApplicationStopping;
        await RelaisApp.PrepareAsync(app, stopping);
        await using var scope = app.Services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetRequiredService<IRegisterImport>();
        var result = await import.RunAsync(file, new LinesRead(began), stopping);
        if (result.Refusal is { } refusal)
        {
            throw new CommandRefusedException($"{Path.GetFileName(file.Path)}{Line(refusal.Line, result.CountsObjects)}: {Sentence(refusal, result.CountsObjects)} Nothing was changed.");
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                Register = args[0],
                result.Vintage,
                DryRun = file.IsRehearsal,
                result.Lines,
                result.PassedOver,
                result.Bad,
                result.Kept,
                result.Added,
                result.Changed,
                result.Vanished,
                result.Forgotten,
                Seconds = Math.Round(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 1),
                ProcessorSeconds = Math.Round(process.TotalProcessorTime.TotalSeconds, 1),
                PeakMb = process.PeakWorkingSet64 >> 20,
            },
            Json));
        if (result.FirstBad is { } bad)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"relais: {result.Bad} {(result.CountsObjects ? "objects" : "lines")} were left out; the first is{Line(bad.Line, result.CountsObjects).TrimStart(',')}: {bad.Detail}"));
        }

        return 0;
    }

    private static RegisterFile Read(string[] args)
    {
        if (args is not ["rpps" or "finess", _, ..] || args[1].StartsWith("--", StringComparison.Ordinal))
        {
            throw new CommandRefusedException($"a register and a file are needed. Usage: {Usage}");
        }

        var options = new Options(args[1..], Usage, ["vintage"], "dry-run", "even-if-smaller");
        DateOnly? vintage = options.Text("vintage") is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new CommandRefusedException("--vintage must be a day such as 2026-01-15");
        if (!File.Exists(options.Folder))
        {
            throw new CommandRefusedException($"there is no file {options.Folder}");
        }

        return new RegisterFile
        {
            Register = args[0] is "rpps" ? RegisterKind.Rpps : RegisterKind.Finess,
            Path = options.Folder,
            Vintage = vintage,
            IsRehearsal = options.Has("dry-run"),
            MayShrink = options.Has("even-if-smaller"),
        };
    }

    private static string Line(int? line, bool isObject) =>
        line is { } number ? string.Create(CultureInfo.InvariantCulture, $", {(isObject ? "object" : "line")} {number}") : "";

    private static string Sentence(RegisterRefusal refusal, bool isJson) => refusal.Fault switch
    {
        RegisterFault.Empty => "it holds no line.",
        RegisterFault.NotJson => $"it is not JSON, or not all of it (line and column {refusal.Detail}).",
        RegisterFault.MissingColumn when isJson => $"the list '{refusal.Detail}' is not in it.",
        RegisterFault.MissingColumn => $"the column '{refusal.Detail}' is not in the header.",
        RegisterFault.TornLine => $"the line has not as many fields as the header ({refusal.Detail}): the file is cut or of another kind.",
        RegisterFault.ManyBadLines => $"too many lines cannot be read: {refusal.Detail}; this is the first.",
        RegisterFault.Shrunk => $"it has {refusal.Detail} of the lines in place, fewer than is plausible. If you know why, add --even-if-smaller.",
        _ => $"the extract in place is more recent ({refusal.Detail}).",
    };

    /// <summary>Says on the side how far it is.</summary>
    private sealed class LinesRead(long began) : IProgress<long>
    {
        public void Report(long value) =>
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} lines read, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s"));
    }
}
