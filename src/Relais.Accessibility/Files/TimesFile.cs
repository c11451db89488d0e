using System.Text;
using Relais.Accessibility.Times;

namespace Relais.Accessibility.Files;

/// <summary>How a file of travel times is laid out.</summary>
public enum TimesLayout
{
    /// <summary><see cref="LongTimesFile"/>: <c>from,to,minutes</c>.</summary>
    Pairs,

    /// <summary><see cref="SquareTimesFile"/>: a line and a column for each commune.</summary>
    Square,

    /// <summary><see cref="OsrmTableFile"/>, with the codes that were asked for.</summary>
    OsrmTable,
}

/// <summary>Reads travel times in any of the layouts that they come in; the file says which by itself.</summary>
public static class TimesFile
{
    /// <summary>The minutes at peak hours, in the long layout.</summary>
    public const string PeakColumn = "minutes_hp";

    private const int Glance = 1 << 12;

    /// <param name="stream">Read from its beginning, more than once.</param>
    /// <param name="codes">The communes; what is of another is left out.</param>
    /// <param name="source">Who made the times, as it is said beside a figure.</param>
    /// <param name="vintage">Of the roads.</param>
    /// <param name="reject">Told each line, column, cell or code that is left out.</param>
    /// <exception cref="UnreadableFileException">It has none of these layouts, or is not as its layout wants.</exception>
    public static (SparseTimes Times, TimesLayout Layout) Read(Stream stream, CodeIndex codes, string source, string vintage, Action<BadLine> reject)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var head = HeadOf(stream);
        if (head is ['{', ..])
        {
            return (ReadOsrm(stream, codes, source, vintage, reject), TimesLayout.OsrmTable);
        }

        var cells = head.Split('\n')[0].Split(',').Select(cell => cell.Trim(' ', '\t', '\r', '"')).ToArray();
        if (cells.Contains("minutes") && cells.Contains("from"))
        {
            return (LongTimesFile.Read(stream, codes, source, vintage, reject, PeakColumn).Times, TimesLayout.Pairs);
        }

        TimeUnit? unit = cells[0] switch { "minutes" => TimeUnit.Minutes, "seconds" => TimeUnit.Seconds, _ => null };
        return unit is { } said
            ? (SquareTimesFile.Read(stream, codes, said, source, vintage, reject), TimesLayout.Square)
            : throw (head is "" ? new UnreadableFileException(FileFault.Empty) : new UnreadableFileException(FileFault.NoUnit, cells[0]));
    }

    /// <summary>Writes times as <see cref="LongTimesFile"/> reads them, but those of a place to itself that are 0.</summary>
    public static async Task WriteAsync(Stream stream, SparseTimes times, CodeIndex codes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(times);
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await text.WriteLineAsync("from,to,minutes");
        for (var from = 0; from < times.Count; from++)
        {
            cancellation.ThrowIfCancellationRequested();
            var practices = times.PracticesFrom(from).ToArray();
            foreach (var (at, minutes) in times.MinutesFrom(from).Index())
            {
                if (practices[at] != from || minutes > 0)
                {
                    await text.WriteLineAsync(FormattableString.Invariant($"{codes[from]},{codes[practices[at]]},{minutes:R}"));
                }
            }
        }
    }

    private static SparseTimes ReadOsrm(Stream stream, CodeIndex codes, string source, string vintage, Action<BadLine> reject)
    {
        var named = OsrmTableFile.CodesOf(stream);
        stream.Position = 0;
        int[] ranks = [.. named.Select(codes.Find)];
        foreach (var unknown in named.Where(code => codes.Find(code) < 0))
        {
            reject(new BadLine(1, LineFault.UnknownCode, OsrmTableFile.CodesProperty, unknown));
        }

        return OsrmTableFile.Read(stream, codes.Count, ranks, ranks, source, vintage);
    }

    /// <summary>The beginning of the file without its byte order mark; the stream is put back there.</summary>
    private static string HeadOf(Stream stream)
    {
        var bytes = new byte[Glance];
        var read = stream.ReadAtLeast(bytes, Glance, throwOnEndOfStream: false);
        stream.Position = 0;
        return Encoding.UTF8.GetString(bytes.AsSpan(0, read)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }
}
