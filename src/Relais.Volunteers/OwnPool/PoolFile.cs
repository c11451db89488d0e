using Relais.Kernel.Text;

namespace Relais.Volunteers.OwnPool;

/// <summary>The text of a table that somebody sent: its encoding and its separator are found, not asked.</summary>
internal static class PoolFile
{
    public const int MostBytes = 4 * 1024 * 1024;

    private static readonly char[] Separators = [';', '\t', ','];

    public static string Decode(byte[] bytes)
    {
        var encoding = TextEncoding.Detect(new MemoryStream(bytes));
        using var reader = new StreamReader(new MemoryStream(bytes), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    public static SeparatedRows Open(string content) => new(new StringReader(content), SeparatorOf(content));

    /// <returns>The names of the columns; none for a text that holds no table.</returns>
    public static IReadOnlyList<string> Header(string content)
    {
        try
        {
            using var rows = Open(content);
            return rows.Next() ? [.. Enumerable.Range(0, rows.Count).Select(column => rows[column].Trim().ToString())] : [];
        }
        catch (UnreadableRowException)
        {
            return [];
        }
    }

    private static char SeparatorOf(string content)
    {
        var end = content.IndexOf('\n', StringComparison.Ordinal);
        var header = content.AsSpan(0, end < 0 ? content.Length : end);
        var (best, most) = (';', 0);
        foreach (var separator in Separators)
        {
            if (header.Count(separator) is var count && count > most)
            {
                (best, most) = (separator, count);
            }
        }

        return best;
    }
}
