using System.Diagnostics;
using System.Globalization;
using Relais.Accessibility.Catchments;
using Relais.Accessibility.Files;
using Relais.Accessibility.Parameters;
using Relais.Accessibility.Times;

namespace Relais.Web.Commands.Accessibility;

/// <summary>What both commands read: communes, supply, times and parameters.</summary>
internal sealed class Inputs
{
    public static readonly string[] Names = ["communes", "supply", "times", "parameters", "out"];

    private static readonly string[] Files = ["communes", "supply", "times"];

    private readonly CatchmentParameters _parameters;
    private readonly SparseTimes _times;
    private readonly int _pairs;
    private readonly int _badLines;
    private readonly TimeSpan _loading;
    private readonly long _loaded = TimeProvider.System.GetTimestamp();

    private Inputs(CatchmentParameters parameters, CommuneList communes, double[] supply, (SparseTimes Times, int Lines) times, int badLines, TimeSpan loading) =>
        (_parameters, Communes, Supply, _times, _pairs, _badLines, _loading) = (parameters, communes, supply, times.Times, times.Lines, badLines, loading);

    public CommuneList Communes { get; }

    public double[] Supply { get; }

    /// <exception cref="CommandRefusedException">Something cannot be read; bad lines are then on standard error.</exception>
    public static Inputs Read(Options options)
    {
        var began = TimeProvider.System.GetTimestamp();
        OutputFile.Expect(options.Required("out"));
        Array.ForEach(Files, name => options.Required(name));
        using var bad = new BadLines(options.Has("skip-bad-lines"));
        var parameters = options.Text("parameters") is { } path ? bad.Read(path, (stream, _) => ReadParameters(path, stream)) : ParameterSets.Default;
        var communes = bad.Read(options.Required("communes"), CommunesFile.Read);
        var supply = bad.Read(options.Required("supply"), (stream, reject) => SupplyFile.Read(stream, communes.Codes, reject));
        var times = bad.Read(options.Required("times"), (stream, reject) => LongTimesFile.Read(stream, communes.Codes, options.Required("times"), "", reject));
        bad.Settle();
        return new Inputs(parameters, communes, supply, times, bad.Count, TimeProvider.System.GetElapsedTime(began));
    }

    public Catchment Catchment() => new(_times, _parameters, Communes.Standardised);

    /// <summary>One line a commune, in the order of its file, 12 significant digits.</summary>
    public void Write(string path, string column, IReadOnlyList<double> values) => OutputFile.Write(path, $"code,{column}", values.Select((value, commune) =>
        string.Create(CultureInfo.InvariantCulture, $"{CsvText(Communes.Codes[commune])},{(value is 0 ? 0 : value):G12}")));

    /// <summary>The last line of the command, for programs to read.</summary>
    /// <param name="findings">What this command adds before, with its comma; or nothing.</param>
    /// <param name="computing">How long it took to compute, without writing.</param>
    public void Print(string findings, TimeSpan computing)
    {
        using var process = Process.GetCurrentProcess();
        Console.Out.Write(string.Create(CultureInfo.InvariantCulture,
            $$"""{{{findings}}"communes":{{Communes.Codes.Count}},"pairs":{{_pairs}},"load_seconds":{{_loading.TotalSeconds:0.000}},"compute_seconds":{{computing.TotalSeconds:0.000}},"peak_mb":{{PeakMemory.Megabytes(process):0.0}},"bad_lines":{{_badLines}}}""") + "\n");
    }

    /// <summary>Since everything was read.</summary>
    public TimeSpan Computing() => TimeProvider.System.GetElapsedTime(_loaded);

    private static CatchmentParameters ReadParameters(string path, Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return ParametersJson.TryRead(content.ToArray(), out var parameters, out var reason) ? parameters : throw new CommandRefusedException($"{path}: {reason}");
    }

    private static string CsvText(string code) => code.AsSpan().ContainsAny(",\"") ? $"\"{code}\"" : code;
}
