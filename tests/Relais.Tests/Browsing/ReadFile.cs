using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Relais.Documents;

namespace Relais.Tests.Browsing;

/// <summary>A table that was taken away as a file, read as a spreadsheet reads it.</summary>
/// <param name="Head">The names of its columns.</param>
/// <param name="Rows">The text of each cell.</param>
internal sealed record ReadFile(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>Nothing when what came is not a file of that sort.</returns>
    public static async Task<ReadFile?> GetAsync(HttpClient browser, string address)
    {
        var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        var type = address.Contains("format=csv", StringComparison.Ordinal) ? CsvText.MediaType : Xlsx.MediaType;
        if (answer.StatusCode is not HttpStatusCode.OK || $"{answer.Content.Headers.ContentType}" != type || answer.Content.Headers.ContentDisposition?.FileNameStar is null)
        {
            return null;
        }

        var lines = type == CsvText.MediaType ? Split((await answer.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF')) : Open(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        return lines is [] ? null : new ReadFile(lines[0], lines[1..]);
    }

    private static List<IReadOnlyList<string>> Open(byte[] bytes)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => (IReadOnlyList<string>)[.. row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText)])];
    }

    /// <summary>Separators and ends of lines within quotes are text.</summary>
    private static List<IReadOnlyList<string>> Split(string text)
    {
        var (lines, line, field, quoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' && quoted && at + 1 < text.Length && text[at + 1] is '"')
            {
                field.Append(text[++at]);
            }
            else if (text[at] is '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] is ';' or '\r')
            {
                line.Add(field.ToString());
                field.Clear();
                if (text[at] is '\r')
                {
                    lines.Add([.. line]);
                    line.Clear();
                    at++;
                }
            }
            else
            {
                field.Append(text[at]);
            }
        }

        return lines;
    }
}
