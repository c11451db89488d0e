using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Relais.Bench.Planning;

/// <summary>One run of <c>./relais</c> to its end, looked at from outside: what it printed, how long it took, what it used.</summary>
/// <param name="Seconds">From the start of the process to its end.</param>
/// <param name="ProcessorSeconds">Of all its threads; as of the last look, at most a fiftieth of a second before its end.</param>
/// <param name="PeakMegabytes">The most memory that it held, by the same look.</param>
/// <param name="Figures">The last line of its standard output.</param>
/// <param name="Progress">Its standard error.</param>
internal sealed record ProgramRun(double Seconds, double ProcessorSeconds, double PeakMegabytes, JsonElement Figures, IReadOnlyList<string> Progress)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <exception cref="InvalidOperationException">The program refused or failed.</exception>
    public static async Task<ProgramRun> OfAsync(params string[] arguments)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "relais"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (processor, peak) = (0.0, 0.0);
        while (!process.HasExited)
        {
            (processor, peak) = (Math.Max(processor, Processor(process)), Math.Max(peak, Peak(process.Id)));
            await Task.Delay(BetweenLooks);
        }

        await process.WaitForExitAsync();
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var lines = (await output).TrimEnd().Split('\n');
        return process.ExitCode is 0
            ? new ProgramRun(seconds, processor, peak, JsonDocument.Parse(lines[^1]).RootElement, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            : throw new InvalidOperationException($"relais {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    public double Figure(string name) => Figures.GetProperty(name).GetDouble();

    private static double Processor(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return 0; // it ended meanwhile
        }
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[6..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // it ended meanwhile
        }
    }
}
