using System.Globalization;
using System.Text;

namespace Relais.Documents;

/// <summary>
/// A table as the spreadsheets of France open it with a double click: UTF-8 with a mark, semicolons (the comma is their
/// decimal sign), CRLF. What a spreadsheet would take for a formula gets an apostrophe in front.
/// </summary>
public static class CsvText
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The head and the rows of a sheet; figures as the language given writes them, days as ISO 8601 does.</summary>
    public static byte[] Bytes(Sheet sheet, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return Bytes([[.. sheet.Columns.Select(column => column.Name)], .. sheet.Rows.Select(row => (IReadOnlyList<string?>)[.. row.Select(cell => cell.Write(culture))])]);
    }

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
