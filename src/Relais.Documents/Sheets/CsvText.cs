using System.Globalization;
using System.Text;

namespace Relais.Documents;

/// <summary>
/// A table as the spreadsheets of France open it with a double click: UTF-8 with a mark, semicolons (the comma is their
/// decimal sign), CRLF. No text runs as a formula.
/// </summary>
public static class CsvText
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The head and the rows of a sheet; figures as the language given writes them, days as ISO 8601 does.</summary>
    public static byte[] Bytes(Sheet sheet, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder();
        foreach (var row in sheet.Rows.Prepend([.. sheet.Columns.Select(column => new Cell.Text(column.Name))]))
        {
            text.AppendJoin(';', row.Select(cell => Field(cell.Write(culture)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
