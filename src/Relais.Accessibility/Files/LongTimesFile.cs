using Relais.Accessibility.Times;

namespace Relais.Accessibility.Files;

/// <summary>
/// Travel times, a pair a line: <c>from,to,minutes</c>, from the residence to the practice, columns in any order, others passed
/// over. A commune is at 0 minutes of itself unless a line says otherwise; a pair that no line gives is out of reach.
/// </summary>
public static class LongTimesFile
{
    private const int BytesOfALine = 16;

    /// <param name="codes">The communes; a line of another is left out.</param>
    /// <param name="source">Who made the times, as it is said beside a figure.</param>
    /// <param name="vintage">Of the times.</param>
    /// <param name="reject">Told each line that is left out; repeated pairs come last.</param>
    /// <param name="peak">A column of the minutes at peak hours, averaged with the others where it is filled, as DREES does; none: it is passed over.</param>
    /// <returns>The times, and how many lines gave them.</returns>
    /// <exception cref="UnreadableFileException">No header, or a column is missing.</exception>
    public static (SparseTimes Times, int Lines) Read(Stream stream, CodeIndex codes, string source, string vintage, Action<BadLine> reject, string? peak = null)
    {
        using var lines = new CsvLines(stream);
        var (from, to, minutes) = (lines.Column("from"), lines.Column("to"), lines.Column("minutes"));
        var atPeak = peak is null ? -1 : Array.IndexOf(lines.Header, peak);
        var pairs = new TimesBuilder(codes.Count, stream.CanSeek ? (int)Math.Min(stream.Length / BytesOfALine, 1 << 24) : 1024);
        while (lines.Read())
        {
            if (lines.FaultOfLine() is { } whole)
            {
                reject(whole);
                continue;
            }

            var (residence, practice) = (codes.Find(lines[from]), codes.Find(lines[to]));
            if (residence < 0 || practice < 0)
            {
                var column = residence < 0 ? from : to;
                reject(lines.Bad(lines[column].IsEmpty ? LineFault.Empty : LineFault.UnknownCode, column));
            }
            else if (!Decimals.TryRead(lines[minutes], out var time, out var fault))
            {
                reject(lines.Bad(fault, minutes));
            }
            else if (atPeak < 0 || lines[atPeak].IsEmpty)
            {
                pairs.Add(residence, practice, time, lines.Line);
            }
            else if (!Decimals.TryRead(lines[atPeak], out var longer, out fault))
            {
                reject(lines.Bad(fault, atPeak));
            }
            else
            {
                pairs.Add(residence, practice, (time + longer) / 2, lines.Line);
            }
        }

        var taken = pairs.Count;
        var provenance = new TimesProvenance(source, vintage, lines.Sha256(), TravelTimeQuality.Imported);
        var times = pairs.Build(provenance, line =>
        {
            taken--;
            reject(new BadLine(line, LineFault.RepeatedPair));
        });
        return (times, taken);
    }
}
