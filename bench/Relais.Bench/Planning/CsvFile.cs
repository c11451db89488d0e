namespace Relais.Bench.Planning;

/// <summary>One file of an invented instance: header, LF.</summary>
internal static class CsvFile
{
    public static void Write(string path, string header, IEnumerable<string> lines) =>
        File.WriteAllText(path, header + "\n" + string.Concat(lines.Select(line => line + "\n")));
}
