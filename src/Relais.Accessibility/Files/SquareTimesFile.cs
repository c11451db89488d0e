using Relais.Accessibility.Times;

namespace Relais.Accessibility.Files;

/// <summary>
/// Travel times in a square: the codes of the practices in the header after any first column, then a line for each residence
/// that begins with its code. An empty cell, or NA, is out of reach.
/// </summary>
public static class SquareTimesFile
{
    /// <param name="codes">The communes; a line or a column of another is left out.</param>
    /// <param name="unit">What the cells count in.</param>
    /// <param name="source">Who made the times, as it is said beside a figure.</param>
    /// <param name="vintage">Of the times.</param>
    /// <param name="reject">Told each line, each column (as line 1) and each cell that is left out.</param>
    /// <exception cref="UnreadableFileException">No header, or a code twice in it.</exception>
    public static SparseTimes Read(Stream stream, CodeIndex codes, TimeUnit unit, string source, string vintage, Action<BadLine> reject)
    {
        using var lines = new CsvLines(stream);
        var practices = lines.Header.Select(codes.Find).ToArray();
        for (var column = 1; column < practices.Length; column++)
        {
            if (practices[column] < 0)
            {
                reject(lines.Bad(LineFault.UnknownCode, column));
            }
        }

        var (pairs, seen) = (new TimesBuilder(codes.Count), new HashSet<int>());
        while (lines.Read())
        {
            if (lines.FaultOfLine() is { } whole)
            {
                reject(whole);
                continue;
            }

            var residence = codes.Find(lines[0]);
            if (residence < 0 || !seen.Add(residence))
            {
                reject(lines.Bad(residence < 0 ? LineFault.UnknownCode : LineFault.RepeatedCode, 0));
                continue;
            }

            for (var column = 1; column < practices.Length; column++)
            {
                if (practices[column] < 0 || lines[column].IsEmpty || lines[column].SequenceEqual("NA"u8))
                {
                    continue;
                }

                if (Decimals.TryRead(lines[column], out var value, out var fault))
                {
                    pairs.Add(residence, practices[column], unit.ToMinutes(value), lines.Line);
                }
                else
                {
                    reject(lines.Bad(fault, column));
                }
            }
        }

        return pairs.Build(new TimesProvenance(source, vintage, lines.Sha256(), TravelTimeQuality.Imported));
    }
}
