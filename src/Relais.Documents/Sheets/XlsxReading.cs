using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Relais.Documents;

/// <summary>Reads the sheets of a workbook row by row, in as much memory as its texts take.</summary>
public sealed class XlsxReading : IDisposable
{
    private const int MostColumns = 512;

    private readonly SpreadsheetDocument _file;
    private readonly IReadOnlyList<string> _texts;

    private XlsxReading(SpreadsheetDocument file) => (_file, _texts) = (file, TextsOf(file));

    /// <summary>The names of the sheets, in their order.</summary>
    public IReadOnlyList<string> Names => [.. Sheets().Select(sheet => sheet.Name?.Value ?? "")];

    /// <param name="stream">Of which one can ask any part.</param>
    /// <returns>Nothing when it is no workbook.</returns>
    public static XlsxReading? TryOpen(Stream stream)
    {
        SpreadsheetDocument? file = null;
        try
        {
            file = SpreadsheetDocument.Open(stream, isEditable: false);
            return new XlsxReading(file);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or ArgumentException)
        {
            file?.Dispose();
            return null;
        }
    }

    /// <summary>The rows of a sheet that hold something, with the number that the sheet gives them; numbers as their digits.</summary>
    public IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(string name)
    {
        if (Sheets().FirstOrDefault(sheet => sheet.Name?.Value == name)?.Id?.Value is not { } id || _file.WorkbookPart!.GetPartById(id) is not WorksheetPart part)
        {
            yield break;
        }

        using var reader = OpenXmlReader.Create(part);
        var last = 0;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                last = row.RowIndex?.Value is { } number ? (int)number : last + 1;
                yield return (last, CellsOf(row));
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Sheet> Sheets() => _file.WorkbookPart?.Workbook?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>() ?? [];

    private List<string> CellsOf(Row row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (column >= MostColumns)
            {
                break;
            }

            while (cells.Count < column)
            {
                cells.Add("");
            }

            cells.Add(TextOf(cell));
        }

        return cells;
    }

    private string TextOf(DocumentFormat.OpenXml.Spreadsheet.Cell cell)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        var text = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank < _texts.Count ? _texts[rank] : text;
    }

    /// <summary>The column of « BC12 », from 0.</summary>
    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (rank, letter) => (rank * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;

    private static List<string> TextsOf(SpreadsheetDocument file)
    {
        var texts = new List<string>();
        if (file.WorkbookPart?.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(reader.LoadCurrentElement()!.InnerText);
            }
        }

        return texts;
    }
}
