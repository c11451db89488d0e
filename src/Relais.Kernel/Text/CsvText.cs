using System.Text;

namespace Relais.Kernel.Text;

/// <summary>
/// A table as spreadsheets open it: UTF-8 with a mark, semicolons, CRLF. What a spreadsheet would take for a formula gets
/// an apostrophe in front.
/// </summary>
public static class CsvText
{
    public const string MediaType = "text/csv; charset=utf-8";

    public static byte[] Bytes(IEnumerable<IReadOnlyList<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(';', row.Select(Field)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Field(string? value)
    {
        var text = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value ?? "";
        return text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
