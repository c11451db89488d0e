namespace Relais.Accessibility.Files;

/// <summary>The file of supply: <c>code,acts</c>, columns in any order, others passed over. Lines of one commune add up.</summary>
public static class SupplyFile
{
    /// <param name="codes">The communes; a line of another is left out.</param>
    /// <param name="reject">Told each line that is left out.</param>
    /// <returns>The acts of each commune.</returns>
    /// <exception cref="UnreadableFileException">No header, or a column is missing.</exception>
    public static double[] Read(Stream stream, CodeIndex codes, Action<BadLine> reject)
    {
        using var lines = new CsvLines(stream);
        var (code, acts) = (lines.Column("code"), lines.Column("acts"));
        var supply = new double[codes.Count];
        while (lines.Read())
        {
            if (lines.FaultOfLine() is { } whole)
            {
                reject(whole);
                continue;
            }

            var rank = codes.Find(lines[code]);
            if (rank < 0)
            {
                reject(lines.Bad(lines[code].IsEmpty ? LineFault.Empty : LineFault.UnknownCode, code));
            }
            else if (!Decimals.TryRead(lines[acts], out var number, out var fault))
            {
                reject(lines.Bad(fault, acts));
            }
            else
            {
                supply[rank] += number;
            }
        }

        return supply;
    }
}
