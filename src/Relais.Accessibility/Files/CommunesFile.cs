namespace Relais.Accessibility.Files;

/// <summary>Who lives where, as a file says it.</summary>
/// <param name="Codes">The communes, in the order of the file.</param>
/// <param name="Population">People, for each commune.</param>
/// <param name="Standardised">People weighed by how much care their age asks for; the population where the file says nothing.</param>
public sealed record CommuneList(CodeIndex Codes, double[] Population, double[] Standardised);

/// <summary>The file of communes: <c>code,population[,standardised]</c>, columns in any order, others passed over.</summary>
public static class CommunesFile
{
    /// <param name="reject">Told each line that is left out.</param>
    /// <exception cref="UnreadableFileException">No header, or a column is missing.</exception>
    public static CommuneList Read(Stream stream, Action<BadLine> reject)
    {
        using var lines = new CsvLines(stream);
        var (code, population) = (lines.Column("code"), lines.Column("population"));
        var standardised = lines.Header.Contains("standardised") ? lines.Column("standardised") : population;
        var (codes, people, weighed) = (new CodeIndex(), new List<double>(), new List<double>());
        while (lines.Read())
        {
            if (FaultOf(lines, code, population, standardised, out var all, out var standard) is { } bad)
            {
                reject(bad);
            }
            else if (!codes.TryAdd(lines[code]))
            {
                reject(lines.Bad(LineFault.RepeatedCode, code));
            }
            else
            {
                people.Add(all);
                weighed.Add(standard);
            }
        }

        return new CommuneList(codes, [.. people], [.. weighed]);
    }

    private static BadLine? FaultOf(CsvLines lines, int code, int population, int standardised, out double all, out double standard)
    {
        (all, standard) = (0, 0);
        if (lines.FaultOfLine() is { } whole)
        {
            return whole;
        }

        if (lines[code].IsEmpty)
        {
            return lines.Bad(LineFault.Empty, code);
        }

        if (!Decimals.TryRead(lines[population], out all, out var fault))
        {
            return lines.Bad(fault, population);
        }

        standard = all;
        return lines[standardised].IsEmpty || Decimals.TryRead(lines[standardised], out standard, out fault) ? null : lines.Bad(fault, standardised);
    }
}
